package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How runs are stopped, whatever they are at. */
abstract class RunStopContract extends OnRunBench {

  @Test
  void aRunningRunIsStoppedWithWhatItHasOpen_W57_W61() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch statementStopped = new CountDownLatch(1);
    bench.pipeline.on(
        "data",
        (state, context) -> {
          context.toolExecuting("usage_summary", "Sum spend of the window", Map.of());
          var _ = context.onCancel(statementStopped::countDown);
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return new StepOutcome.Skipped("never");
        });
    String run = bench.start(anna, "t1");
    awaitOpenTool(run);
    bench.stop(anna, run);

    assertThat(bench.state(anna, run)).isEqualTo("cancelled");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(statementStopped.await(10, TimeUnit.SECONDS)).isTrue();
    List<String> types = bench.types(anna, run);
    assertThat(types.subList(types.size() - 4, types.size()))
        .containsExactly(
            "tool_executing", "tool_completed", "subagent_completed", "agent_cancelled");
    assertThat(data(run, "tool_completed").getLast().get("status").asString())
        .isEqualTo("interrupted");
    assertThat(data(run, "subagent_completed").getLast().get("status").asString())
        .isEqualTo("cancelled");
    assertThat(data(run, "agent_cancelled").getFirst().get("reason").asString())
        .isEqualTo("changed my mind");
  }

  @Test
  void nothingIsToldAfterTheLastFrame_W39() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    bench.pipeline.on(
        "data",
        (state, context) -> {
          awaitUninterruptibly(stopped);
          context.thinking("A thought that comes too late to be told");
          over.countDown();
          return new StepOutcome.Done("{}", 1, "too late");
        });
    String run = bench.start(anna, "t1");
    bench.awaitEvent(anna, run, "progress_update");
    bench.stop(anna, run);
    stopped.countDown();
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    bench.node.drain(Duration.ofSeconds(10));

    assertThat(bench.types(anna, run)).endsWith("agent_cancelled");
    assertThat(bench.types(anna, run).stream().filter(LAST::contains)).hasSize(1);
  }

  @Test
  void aQueuedRunEndsWithoutAStart_W58_W62() throws InterruptedException {
    CountDownLatch go = hold("triage");
    String first = bench.start(anna, "t1");
    String second = bench.start(anna, "t1");
    bench.stop(anna, second);

    assertThat(bench.types(anna, second)).containsExactly("message_received", "agent_cancelled");
    go.countDown();
    assertThat(bench.ended(anna, first)).isEqualTo("completed");
  }

  @Test
  void aFinishedRunIsAlreadyFinished_W59() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    assertThat(bench.runs.stop(anna, new Runs.StopRequest(run, null, null)))
        .isEqualTo(new StopOutcome.AlreadyFinished(List.of(run)));
  }

  @Test
  void byThreadAllItsRunsStop_W60() {
    hold("triage");
    String first = bench.start(anna, "t1");
    String second = bench.start(anna, "t1");
    String other = bench.start(anna, "t2");
    StopOutcome outcome = bench.runs.stop(anna, new Runs.StopRequest(null, "t1", null));

    assertThat(outcome.runIds()).containsExactly(first, second);
    ((StopOutcome.Stopping) outcome).proceed().run();
    assertThat(bench.state(anna, first)).isEqualTo("cancelled");
    assertThat(bench.state(anna, second)).isEqualTo("cancelled");
    assertThat(bench.state(anna, other)).isIn("queued", "running");
    bench.stop(anna, other);
  }

  @Test
  void deletingAThreadCancelsItsRuns_W72() {
    hold("triage");
    String run = bench.start(anna, "t1");
    String waiting = bench.start(anna, "t1");
    bench.threads.threads().delete(anna, "t1", false);

    List<String> types =
        bench.events.after(anna.user(), 0, 100).stream().map(StoredEvent::type).toList();
    assertThat(types.stream().filter("agent_cancelled"::equals)).hasSize(2);
    assertThat(types).endsWith("thread_deleted");
    assertThat(bench.state(anna, run)).isEqualTo("cancelled");
    assertThat(bench.state(anna, waiting)).isEqualTo("cancelled");
  }
}
