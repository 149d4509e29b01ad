package ai.netra.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.SteppedClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LifecycleTest {

  private final SteppedClock clock = new SteppedClock();
  private final Lifecycle lifecycle = new Lifecycle(clock);

  @Test
  void phasesCarryTheirTimes() {
    clock.step(Duration.ofMillis(30));
    ServiceState.Migrating migrating = new ServiceState.Starting().migrate();
    lifecycle.enter(migrating);
    clock.step(Duration.ofMillis(50));

    assertThat(lifecycle.phases())
        .extracting(phase -> phase.name() + " " + phase.state() + " " + phase.durationMillis())
        .containsExactly(
            "starting done 30", "migrating running 50", "warming pending 0", "ready pending 0");
    assertThat(lifecycle.wasReady()).isFalse();
  }

  @Test
  void aStartThatGoesOnWhileTheServiceDrainsChangesNothing() {
    ServiceState.Warming warming = new ServiceState.Starting().migrate().warm();
    lifecycle.enter(warming);
    lifecycle.drain();

    lifecycle.enter(warming.ready());

    assertThat(lifecycle.state().phase()).isEqualTo("draining");
    assertThat(lifecycle.wasReady()).isFalse();
  }

  @Test
  void drainingBeginsOnceAndTellsWhoWaits() {
    AtomicInteger told = new AtomicInteger();
    lifecycle.onDrain(told::incrementAndGet);

    lifecycle.drain();
    lifecycle.drain();

    assertThat(told).hasValue(1);
    assertThat(lifecycle.state().phase()).isEqualTo("draining");
  }
}
