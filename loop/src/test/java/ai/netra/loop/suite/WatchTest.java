package ai.netra.loop.suite;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.project.SuiteSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final List<String> reasons = new ArrayList<>();

  @Test
  void aRunThatSaysNothingIsCut() throws InterruptedException {
    watch(NOON, NOON.plusSeconds(121));

    assertThat(reasons).containsExactly("no worker said anything for 120 s");
  }

  @Test
  void aRunThatTakesTooLongIsCut() throws InterruptedException {
    Instant late = NOON.plusSeconds(30 * 60 + 1);

    watch(late, late);

    assertThat(reasons).containsExactly("the suite took over 30 min");
  }

  /** Looks once at the given time, then the lanes are done. */
  private void watch(Instant lastSign, Instant now) throws InterruptedException {
    CountDownLatch lanes = new CountDownLatch(1);
    Steps clock = new Steps(now);
    new Watch(spec(), clock)
        .await(
            lanes,
            () -> lastSign,
            reason -> {
              reasons.add(reason);
              lanes.countDown();
            });
  }

  /** Noon when first asked, then another time. */
  private static final class Steps extends Clock {

    private final AtomicReference<Instant> next = new AtomicReference<>(NOON);
    private final Instant then;

    Steps(Instant then) {
      this.then = then;
    }

    @Override
    public Instant instant() {
      return next.getAndSet(then);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static SuiteSpec spec() {
    return new SuiteSpec(
        "seeds",
        "junit",
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        "wire",
        1,
        1,
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        List.of());
  }
}
