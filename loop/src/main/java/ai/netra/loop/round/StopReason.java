package ai.netra.loop.round;

import java.util.Locale;

/** Why a run stopped short of a proof, worded as on the wire, with its exit code. */
public enum StopReason {
  /** A test is not proved, and nothing is left that could mend it. */
  NO_PROGRESS(10),
  /** A person interrupted the run. */
  HUMAN(12),
  /** Neither deployable nor restorable, or a tool, a secret or the disk is missing. */
  BLOCKED(13),
  /** The chain is broken, or a canary gave the wrong answer. */
  INTEGRITY(14);

  private final int exit;

  StopReason(int exit) {
    this.exit = exit;
  }

  public int exit() {
    return exit;
  }

  /** The name in reports: {@code no-progress}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
