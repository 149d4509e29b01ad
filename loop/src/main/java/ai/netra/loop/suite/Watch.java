package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Ends a run that says nothing for too long, or goes on for too long. */
record Watch(SuiteSpec spec, Clock clock) {

  private static final Duration SUITE_LIMIT = Duration.ofMinutes(30);
  private static final long LOOK_MILLIS = 500;

  /** Waits for the end of all lanes and cuts the run when a limit is passed. */
  void await(CountDownLatch lanes, Supplier<Instant> lastSign, Consumer<String> cut)
      throws InterruptedException {
    Instant started = clock.instant();
    while (!lanes.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      Instant now = clock.instant();
      if (now.isAfter(started.plus(SUITE_LIMIT))) {
        cut.accept("the suite took over " + SUITE_LIMIT.toMinutes() + " min");
      }
      if (now.isAfter(lastSign.get().plus(spec.silence()))) {
        cut.accept("no worker said anything for " + spec.silence().toSeconds() + " s");
      }
    }
  }
}
