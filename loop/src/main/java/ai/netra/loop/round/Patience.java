package ai.netra.loop.round;

import ai.netra.loop.record.Attempt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long a test may take whose calls are refused or whose answers are changed. */
enum Patience {
  /** At first: most tests fail at once, or wait for what will never come. */
  SHORT(2, Duration.ofSeconds(2)),

  /** For those that ended before anything was done to them, as on a machine that became slow. */
  LONG(5, Duration.ofSeconds(10));

  private final int timesGreen;
  private final Duration shortest;

  Patience(int timesGreen, Duration shortest) {
    this.timesGreen = timesGreen;
    this.shortest = shortest;
  }

  /** By test id, from the time that each took when nothing was disturbed. */
  Map<String, Duration> after(List<Attempt> undisturbed) {
    Map<String, Duration> timeouts = new HashMap<>();
    for (Attempt attempt : undisturbed) {
      Duration time = Duration.ofMillis(attempt.durationMillis()).multipliedBy(timesGreen);
      timeouts.put(attempt.key().test(), time.compareTo(shortest) < 0 ? shortest : time);
    }
    return timeouts;
  }
}
