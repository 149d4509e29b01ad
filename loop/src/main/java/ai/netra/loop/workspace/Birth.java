package ai.netra.loop.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells whether a process id still means the process that it meant. */
final class Birth {

  /** The system gives births relative to a boot time in whole seconds, which may drift by one. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private Birth() {}

  /** When a living process was born; nothing of one that ended, reaped or not. */
  static Optional<Instant> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !ProcFs.isAvailable() || !ProcFs.hasEnded(pid))
        .flatMap(process -> process.info().startInstant());
  }

  static boolean isAlive(long pid, Instant birth) {
    return of(pid).filter(born -> isSame(born, birth)).isPresent();
  }

  private static boolean isSame(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
  }
}
