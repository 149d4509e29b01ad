package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.service.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that race, hang, are late or silent. */
abstract class RunTimesContract extends OnRecoveryBench {

  @Test
  void aStopRacedWithTheEndHasOneWinner_AG8() throws Exception {
    first.pipeline.on("data", (state, context) -> new StepOutcome.Skipped("nothing to do"));
    List<String> runs = new ArrayList<>();
    List<Future<?>> stops = new ArrayList<>();
    long pauseMicros = 1_000;
    try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String run = first.start(anna, "t" + i % 5);
        runs.add(run);
        long pause = pauseMicros;
        stops.add(
            stoppers.submit(
                () -> {
                  TimeUnit.MICROSECONDS.sleep(pause);
                  first.stop(anna, run);
                  return run;
                }));
        // Each end moves the next stop towards the moment where either side may win, on any
        // machine.
        boolean stopWon = first.ended(anna, runs.get(Math.max(0, i - 4))).equals("cancelled");
        pauseMicros = Math.max(10, stopWon ? pauseMicros * 5 / 4 + 1 : pauseMicros * 4 / 5);
      }
    }
    for (Future<?> stop : stops) {
      stop.get();
    }
    for (String run : runs) {
      assertThat(first.ended(anna, run)).isIn("completed", "cancelled");
      assertWhole(run);
    }
    assertThat(runs.stream().map(run -> first.state(anna, run)).distinct())
        .containsExactlyInAnyOrder("completed", "cancelled");
  }

  @Test
  void aStepOverItsTimeFailsAndTheRunGoesOn_W54() throws InterruptedException {
    RunBench bench = new RunBench(store(), RunBench.limits(LONG, Duration.ofMillis(50), LONG, 3));
    CountDownLatch never = hangInData(bench);
    String run = bench.start(anna, "t1");

    assertThat(bench.ended(anna, run)).isEqualTo("completed");
    assertThat(bench.runs.get(anna.user(), run).head().agents().get(1).status())
        .isEqualTo("failed");
    assertThat(bench.eventsOf(anna, run)).anyMatch(event -> event.data().contains("STEP_TIMEOUT"));
    assertWhole(run);
    assertThat(never.getCount()).isEqualTo(1);
  }

  @Test
  void aRunOverItsTimeFails_W54() throws InterruptedException {
    RunBench bench = new RunBench(store(), RunBench.limits(Duration.ofMillis(100), LONG, LONG, 3));
    hangInData(bench);
    String run = bench.start(anna, "t1");

    assertThat(bench.ended(anna, run)).isEqualTo("failed");
    assertThat(bench.runs.get(anna.user(), run).head().errorCode()).isEqualTo("RUN_TIMEOUT");
    assertWhole(run);
  }

  @Test
  void aStepThatHeedsNoInterruptCannotOutliveItsRun() throws InterruptedException {
    RunBench bench = new RunBench(store(), RunBench.limits(Duration.ofMillis(100), LONG, LONG, 3));
    CountDownLatch over = new CountDownLatch(1);
    bench.pipeline.on(
        "data",
        (state, context) -> {
          while (over.getCount() > 0) {
            Thread.onSpinWait();
          }
          return new StepOutcome.Skipped("too late");
        });
    String run = bench.start(anna, "t1");

    assertThat(bench.ended(anna, run)).isEqualTo("failed");
    over.countDown();
    bench.node.drain(Duration.ofSeconds(10));
    assertWhole(run);
  }

  @Test
  void aSilentRunGivesSignsOfLifeOutsideItsNumbers_W48() throws InterruptedException {
    RunBench bench = new RunBench(store(), RunBench.limits(LONG, LONG, Duration.ZERO, 3));
    CountDownLatch go = hangInData(bench);
    List<String> told = new ArrayList<>();
    String run = bench.start(anna, "t1");
    awaitSeq(run, 11);
    String waiting = bench.start(anna, "t1");
    await(() -> bench.waiting.getAsInt() == 1);
    try (var _ = bench.events.subscribe(anna.user(), new Heard(told))) {
      bench.node.beat();
    }

    assertThat(told)
        .containsExactly(
            run
                + " {\"kind\":\"heartbeat\",\"state\":\"running\",\"step_number\":2,"
                + "\"total_steps\":3,\"progress_percentage\":33,"
                + "\"message\":\"step 2 of 3 is at work: data\",\"queue_position\":0}",
            waiting
                + " {\"kind\":\"heartbeat\",\"state\":\"queued\",\"step_number\":0,"
                + "\"total_steps\":0,\"progress_percentage\":0,"
                + "\"message\":\"waits for 0 of your runs to start before it\","
                + "\"queue_position\":0}");
    assertThat(bench.eventsOf(anna, run)).hasSize(11);
    go.countDown();
  }

  /** Hears what is not stored. */
  private record Heard(List<String> told) implements Events.Listener {
    @Override
    public void changed() {}

    @Override
    public void told(NewEvent event, Instant at) {
      told.add(event.runId() + " " + Json.text(event.data()));
    }
  }
}
