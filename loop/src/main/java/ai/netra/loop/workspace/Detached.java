package ai.netra.loop.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A process group that outlived the command that spawned it, known by id and birth. */
public record Detached(long pid, Instant birth) {

  private static final Duration POLL = Duration.ofMillis(20);

  /** Whether the leader lives; another process of the same number is not it. */
  public boolean isAlive() {
    return Birth.isAlive(pid, birth);
  }

  /** Sends TERM to the group, and KILL to what is left of it after a time. */
  public void stop(Duration grace) {
    if (!isAlive()) {
      return;
    }
    Signals.term(pid);
    if (!endsWithin(grace)) {
      Signals.kill(pid);
    }
  }

  private boolean endsWithin(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    while (Signals.isAlive(pid)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
