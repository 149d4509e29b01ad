package ai.netra.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.SteppedClock;
import ai.netra.contract.health.Health.Check;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HealthChecksTest {

  @Test
  void answersAreKeptForFiveSeconds() {
    SteppedClock clock = new SteppedClock();
    AtomicInteger asked = new AtomicInteger();
    HealthChecks.Probe probe =
        new HealthChecks.Probe() {
          @Override
          public String name() {
            return "thing";
          }

          @Override
          public Check check() {
            return new Check("ok " + asked.incrementAndGet(), null, null);
          }
        };
    HealthChecks checks = new HealthChecks(clock, List.of(probe));

    assertThat(checks.known()).isEmpty();
    assertThat(checks.answers()).containsKey("thing");
    clock.step(Duration.ofSeconds(4));
    assertThat(checks.answers()).containsValue(new Check("ok 1", null, null));
    clock.step(Duration.ofSeconds(2));
    assertThat(checks.answers()).containsValue(new Check("ok 2", null, null));
  }
}
