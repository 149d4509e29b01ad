package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Json;
import ai.netra.backend.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of runs whose process dies, is late, or is stopped while they end. */
abstract class RecoveryContract {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Set<String> LAST =
      Set.of("agent_completed", "agent_error", "agent_cancelled");

  private RunBench first;
  private Cause anna;

  abstract Store store();

  @BeforeEach
  void makeBench() {
    first = new RunBench(store());
    anna = first.user("anna");
  }

  @Test
  void aKilledRunGoesOnFromItsLastFinishedStep_W91_W92_ST7() throws InterruptedException {
    CountDownLatch dead = hangInData(first);
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    RunBench second = new RunBench(store());
    List<Integer> steps = new ArrayList<>();
    second.pipeline.on(
        "data",
        (state, context) -> {
          steps.add(state.steps().size());
          return ScriptedPipeline.compute(state, context);
        });
    second.node.start();
    assertThat(second.ended(anna, run)).isEqualTo("completed");
    dead.countDown();
    first.node.drain(Duration.ofSeconds(10));

    assertThat(steps).containsExactly(1);
    assertThat(second.types(anna, run).subList(9, 16))
        .containsExactly(
            "subagent_started",
            "tool_executing",
            "tool_completed",
            "progress_update",
            "agent_thinking",
            "tool_executing",
            "tool_completed");
    assertThat(second.eventsOf(anna, run).get(11).data()).contains("\"interrupted\"");
    assertThat(second.eventsOf(anna, run).get(12).data()).contains("\"recovered\"");
    assertThat(second.types(anna, run).stream().filter("agent_started"::equals)).hasSize(1);
    assertThat(second.types(anna, run).stream().filter("subagent_started"::equals)).hasSize(3);
    assertWhole(run);
  }

  @Test
  void aRunThatIsLeftFourTimesFails() throws InterruptedException {
    List<CountDownLatch> latches = new ArrayList<>();
    latches.add(hangInData(first));
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    for (int i = 0; i < 3; i++) {
      RunBench next = new RunBench(store());
      latches.add(hangInData(next));
      long before = first.runs.get(anna.user(), run).head().lastSeq();
      next.node.start();
      awaitSeq(run, before + 3);
    }
    RunBench last = new RunBench(store());
    last.node.start();

    assertThat(last.ended(anna, run)).isEqualTo("failed");
    assertThat(last.runs.get(anna.user(), run).head().errorCode()).isEqualTo("RUN_FAILED");
    latches.forEach(CountDownLatch::countDown);
    assertWhole(run);
  }

  @Test
  void killsAtRandomMomentsLeaveEachRunWhole_ST6_AG2() throws InterruptedException {
    RunSettings stubborn = RunBench.limits(LONG, LONG, Duration.ofSeconds(2), 1000);
    RunBench node = new RunBench(store(), stubborn);
    node.node.start();
    List<Cause> users = new ArrayList<>();
    List<String> runs = new ArrayList<>();
    Random random = new Random(4711);
    for (int i = 0; i < 10; i++) {
      users.add(node.user("user" + i));
      for (int j = 0; j < 4; j++) {
        runs.add(node.start(users.get(i), "t" + j));
      }
    }
    for (int i = 0; i < 25; i++) {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(15_000));
      node = new RunBench(store(), stubborn);
      node.node.start();
    }
    for (int i = 0; i < runs.size(); i++) {
      Cause user = users.get(i / 4);
      assertThat(node.ended(user, runs.get(i))).isEqualTo("completed");
      assertWhole(node, user, runs.get(i));
    }
  }

  @Test
  void aHundredRunsAreClaimedOnceEachByFourNodes_ST9() throws InterruptedException {
    RunBench idle = new RunBench(store(), RunBench.idle());
    List<RunBench> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(new RunBench(store()));
      nodes.get(i).node.start();
    }
    List<Cause> users = new ArrayList<>();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      users.add(idle.user("user" + i));
      runs.add(idle.start(users.get(i), "t1"));
    }
    try (ExecutorService claimers = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.forEach(each -> claimers.execute(each.node::claim));
    }

    for (int i = 0; i < 100; i++) {
      assertThat(idle.ended(users.get(i), runs.get(i))).isEqualTo("completed");
      assertThat(idle.types(users.get(i), runs.get(i)).stream().filter("agent_started"::equals))
          .hasSize(1);
    }
  }

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
  void aDrainedNodeLetsGoAndAnotherGoesOn_W115() throws InterruptedException {
    hangInData(first);
    String run = first.start(anna, "t1");
    String waiting = first.start(anna, "t1");
    awaitSeq(run, 11);
    first.node.drain(Duration.ofMillis(10));
    assertThat(first.state(anna, run)).isEqualTo("running");
    assertThat(first.state(anna, waiting)).isEqualTo("queued");

    RunBench second = new RunBench(store());
    second.node.start();
    assertThat(second.ended(anna, run)).isEqualTo("completed");
    assertThat(second.ended(anna, waiting)).isEqualTo("completed");
    assertWhole(run);
  }

  @Test
  void aLeaseThatIsKeptIsNobodyElses_ST8() throws InterruptedException {
    CountDownLatch go = hangInData(first);
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    RunBench second = new RunBench(store(), RunBench.limits(LONG, LONG, LONG, 3));
    first.node.renew();
    second.node.claim();
    go.countDown();

    assertThat(first.ended(anna, run)).isEqualTo("completed");
    assertThat(first.types(anna, run).stream().filter("agent_started"::equals)).hasSize(1);
    assertThat(first.eventsOf(anna, run)).noneMatch(event -> event.data().contains("recovered"));
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

  /** Hangs each run of this bench in a tool call of its second step. */
  private static CountDownLatch hangInData(RunBench bench) {
    CountDownLatch latch = new CountDownLatch(1);
    bench.pipeline.on(
        "data",
        (state, context) -> {
          String call =
              context.toolExecuting("usage_summary", "Sum the spend of the window", Map.of());
          latch.await();
          context.toolCompleted(call, "completed", Map.of("summary", "s"), 1, 1);
          return new StepOutcome.Done("{}", 1, "done");
        });
    return latch;
  }

  private void awaitSeq(String run, long seq) throws InterruptedException {
    await(() -> first.runs.get(anna.user(), run).head().lastSeq() >= seq);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline of the wait").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private void assertWhole(String run) {
    assertWhole(first, anna, run);
  }

  /** Gapless numbers, one last frame and it last, each call and step with its one end. */
  private static void assertWhole(RunBench bench, Cause user, String run) {
    List<StoredEvent> events = bench.eventsOf(user, run);
    List<String> types = bench.types(user, run);
    assertThat(events)
        .extracting(StoredEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(types.getLast()).isIn(LAST);
    assertThat(types.stream().filter(LAST::contains)).hasSize(1);
    assertThat(OpenWork.of(events).tools()).isEmpty();
    assertThat(OpenWork.of(events).step()).isNull();
    assertThat(types.stream().filter("tool_executing"::equals).count())
        .isEqualTo(types.stream().filter("tool_completed"::equals).count());
    assertThat(types.stream().filter("subagent_started"::equals).count())
        .isEqualTo(types.stream().filter("subagent_completed"::equals).count());
  }
}
