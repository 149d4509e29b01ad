package ai.netra.loop.workspace;

import java.time.Duration;
import java.time.Instant;

/** A process group that outlived the command that spawned it, known by id and birth. */
public record Detached(long pid, Instant birth) {

  /** How long the system may take to end what KILL reached. */
  private static final Duration ENDED = Duration.ofSeconds(10);

  /** Whether the leader lives; another process of the same number is not it. */
  public boolean isAlive() {
    return Birth.isAlive(pid, birth);
  }

  /** Whether a member of the group listens on the TCP port; yes where the system does not tell. */
  public boolean holdsPort(int port) {
    return !ProcFs.isAvailable() || ProcFs.holdsPort(pid, port);
  }

  /**
   * Sends TERM to the group, and KILL to what is left of it after a time; returns when it is gone.
   * What a dead leader left of its group is killed: nobody is there to end it in order.
   */
  public void stop(Duration grace) {
    if (isAlive()) {
      Signals.term(pid);
      if (Signals.awaitEnd(pid, grace)) {
        return;
      }
    } else if (Birth.of(pid).isPresent() || !Signals.isAlive(pid)) {
      return; // the number is another process's now, or nobody's
    }
    Signals.kill(pid);
    Signals.awaitEnd(pid, ENDED);
  }
}
