package ai.netra.loop.workspace;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends signals to whole process groups, which Java itself cannot. */
final class Signals {

  private static final Duration POLL = Duration.ofMillis(20);

  private Signals() {}

  static boolean term(long groupId) {
    return send("TERM", groupId);
  }

  static boolean kill(long groupId) {
    return send("KILL", groupId);
  }

  static boolean pause(long groupId) {
    return send("STOP", groupId);
  }

  static boolean resume(long groupId) {
    return send("CONT", groupId);
  }

  /** Whether the group has a living member. */
  static boolean isAlive(long groupId) {
    return ProcFs.isAvailable() ? !ProcFs.group(groupId).isEmpty() : send("0", groupId);
  }

  /** Waits until the group has no living member and returns whether that came within the time. */
  static boolean awaitEnd(long groupId, Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    while (isAlive(groupId)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  /** Whether there was somebody to send to. */
  private static boolean send(String signal, long groupId) {
    if (groupId <= 1) {
      throw new IllegalArgumentException("process group: above 1 is required, got " + groupId);
    }
    try {
      // the shell's own kill: no package needs to be there
      ProcessBuilder builder =
          new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- -" + groupId)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      throw new WorkspaceFailure("kill: the shell cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
