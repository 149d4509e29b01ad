package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.events.Cause;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunHead;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** What the contracts of runs share: a bench, a user of it, and questions about her runs. */
abstract class OnRunBench {

  static final Set<String> LAST = Set.of("agent_completed", "agent_error", "agent_cancelled");

  RunBench bench;

  Cause anna;

  abstract Store store();

  @BeforeEach
  void makeBench() {
    bench = new RunBench(store());
    anna = bench.user("anna");
  }

  List<Integer> ratings() {
    return store()
        .read(
            read ->
                read.sql()
                    .sql("select rating from run_feedback")
                    .query((row, number) -> row.getInt("rating"))
                    .list());
  }

  /** Holds every run in a step until the latch is counted down. */
  CountDownLatch hold(String agent) {
    CountDownLatch go = new CountDownLatch(1);
    bench.pipeline.on(
        agent,
        (state, context) -> {
          go.await();
          return ScriptedPipeline.compute(state, context);
        });
    return go;
  }

  static void awaitUninterruptibly(CountDownLatch latch) {
    boolean waiting = true;
    while (waiting) {
      try {
        latch.await();
        waiting = false;
      } catch (InterruptedException heedless) {
        // this step is meant to heed no interrupt
      }
    }
  }

  void awaitOpenTool(String run) throws InterruptedException {
    bench.awaitEvent(anna, run, "progress_update");
    while (data(run, "tool_executing").size() < 2) {
      Thread.onSpinWait();
    }
  }

  RunHead head(String run) {
    return bench.runs.get(anna.user(), run).head();
  }

  List<JsonNode> data(String run, String type) {
    return bench.eventsOf(anna, run).stream()
        .filter(event -> event.type().equals(type))
        .map(event -> Json.mapper().readTree(event.data()))
        .toList();
  }

  static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
