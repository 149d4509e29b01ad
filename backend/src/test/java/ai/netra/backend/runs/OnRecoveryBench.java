package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.Cause;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of runs share that break off, hang or are late. */
abstract class OnRecoveryBench {

  static final Duration LONG = Duration.ofSeconds(60);

  static final Set<String> LAST = Set.of("agent_completed", "agent_error", "agent_cancelled");

  RunBench first;

  Cause anna;

  abstract Store store();

  @BeforeEach
  void makeBench() {
    first = new RunBench(store());
    anna = first.user("anna");
  }

  /** Hangs each run of this bench in a tool call of its second step. */
  static CountDownLatch hangInData(RunBench bench) {
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

  void awaitSeq(String run, long seq) throws InterruptedException {
    await(() -> first.runs.get(anna.user(), run).head().lastSeq() >= seq);
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline of the wait").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  void assertWhole(String run) {
    assertWhole(first, anna, run);
  }

  /** Gapless numbers, one last frame and it last, each call and step with its one end. */
  static void assertWhole(RunBench bench, Cause user, String run) {
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
