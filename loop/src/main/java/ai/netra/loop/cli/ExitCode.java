package ai.netra.loop.cli;

/** The exit codes of every command. */
public enum ExitCode {
  /** What was asked for is so. */
  OK(0),
  /** What was asked for is not so. */
  NO(1),
  /** What can be seen without running anything is wrong: arguments, netra.yaml. */
  USAGE(2),
  /** No fixer is left for an open cluster; a test is not proved. */
  NO_PROGRESS(10),
  /** Time, rounds or money is used up. */
  BUDGET(11),
  /** A person stopped it. */
  HUMAN(12),
  /** A tool, a secret, a port, the disk or the lock is missing. */
  BLOCKED(13),
  /** The evidence is not what it was. */
  INTEGRITY(14),
  /** A defect of the loop itself. */
  DEFECT(70);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The status of the process. */
  public int status() {
    return status;
  }
}
