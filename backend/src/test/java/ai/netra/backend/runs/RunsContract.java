package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.Cause;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds of runs on every engine. */
abstract class RunsContract {

  private static final Set<String> LAST =
      Set.of("agent_completed", "agent_error", "agent_cancelled");

  private RunBench bench;
  private Cause anna;

  abstract Store store();

  @BeforeEach
  void makeBench() {
    bench = new RunBench(store());
    anna = bench.user("anna");
  }

  @Test
  void aRunTellsItsStoryInOrder_W36_W37_W38() throws InterruptedException {
    String run = bench.start(anna, "t1");
    assertThat(bench.ended(anna, run)).isEqualTo("completed");

    assertThat(bench.types(anna, run))
        .containsExactly(
            "message_received",
            "agent_started",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "subagent_completed",
            "progress_update",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "subagent_completed",
            "progress_update",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "response_chunk",
            "subagent_completed",
            "progress_update",
            "response_chunk",
            "agent_completed");
    assertThat(bench.eventsOf(anna, run))
        .extracting(StoredEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 26).boxed().toList());
  }

  @Test
  void theChunksPutTogetherAreTheResponse_W42() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    StringBuilder told = new StringBuilder();
    boolean last = false;
    for (JsonNode chunk : data(run, "response_chunk")) {
      assertThat(chunk.get("offset").asInt()).isEqualTo(told.length());
      told.append(chunk.get("content").asString());
      last = chunk.get("is_final").asBoolean();
    }
    assertThat(told.toString()).isEqualTo(bench.runs.get(anna.user(), run).response());
    assertThat(last).isTrue();
  }

  @Test
  void theObjectAgreesWithTheFrames_H87() throws InterruptedException {
    String id = bench.start(anna, "t1");
    bench.ended(anna, id);

    RunView run = bench.runs.get(anna.user(), id);
    JsonNode end = data(id, "agent_completed").getFirst();
    assertThat(end.get("response").asString()).isEqualTo(run.response());
    assertThat(end.get("result")).isEqualTo(Json.mapper().readTree(run.result()));
    assertThat(end.get("duration_ms").asLong()).isEqualTo(run.head().durationMs());
    assertThat(run.head().lastSeq()).isEqualTo(26);
    assertThat(run.head().metadata()).isEqualTo(Map.of("note", "x"));
    assertThat(end.get("metadata").get("note").asString()).isEqualTo("x");
    assertThat(run.head().usage().rowsRead()).isEqualTo(9);
  }

  @Test
  void aRunsEndStoresTheAnswerAndTellsTheThread() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    List<StoredEvent> all = bench.events.after(anna.user(), 0, 100);
    assertThat(all.getFirst().type()).isEqualTo("thread_created");
    assertThat(all.getLast().type()).isEqualTo("thread_updated");
    assertThat(all.getLast().data())
        .contains("\"message_count\":2")
        .contains("\"last_run_state\":\"completed\"")
        .contains("\"caused_by_run_id\":\"" + run + "\"");
  }

  @Test
  void secretsInParametersAreRedacted_W46() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    assertThat(data(run, "tool_executing").getFirst().get("parameters"))
        .isEqualTo(Json.mapper().readTree("{\"api_key\":\"[redacted]\",\"window\":7}"));
  }

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
  void runsOfAThreadGoInOrder_W62() throws InterruptedException {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(bench.start(anna, "t1"));
    }
    for (String run : runs) {
      assertThat(bench.ended(anna, run)).isEqualTo("completed");
    }

    List<String> order =
        bench.events.after(anna.user(), 0, 1000).stream()
            .filter(event -> event.runId() != null && !event.type().equals("message_received"))
            .map(StoredEvent::runId)
            .distinct()
            .toList();
    assertThat(order).isEqualTo(runs);
  }

  @Test
  void fiveThreadsRunSideBySideAndTheSixthWaits_W63_W64() throws InterruptedException {
    CountDownLatch go = hold("triage");
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      runs.add(bench.start(anna, "t" + i));
    }
    for (String run : runs.subList(0, 5)) {
      bench.awaitEvent(anna, run, "subagent_started");
    }

    assertThat(runs.stream().map(this::head).map(RunHead::state))
        .containsExactly("running", "running", "running", "running", "running", "queued", "queued");
    assertThat(runs.stream().map(this::head).map(RunHead::queuePosition))
        .containsExactly(0, 0, 0, 0, 0, 0, 1);
    go.countDown();
    for (String run : runs) {
      assertThat(bench.ended(anna, run)).isEqualTo("completed");
    }
  }

  @Test
  void aFullQueueRefusesAndStoresNothing_W65() {
    hold("triage");
    for (int i = 0; i < 25; i++) {
      bench.start(anna, "t" + i % 5);
    }
    long end = bench.events.end(anna.user());

    refused(() -> bench.start(anna, "fresh"), ErrorCode.RUN_QUEUE_FULL);
    assertThat(bench.runs.unfinished(anna.user())).hasSize(25);
    refused(() -> bench.threads.threads().get(anna.user(), "fresh"), ErrorCode.THREAD_NOT_FOUND);
    assertThat(bench.events.after(anna.user(), end, 100))
        .noneMatch(event -> event.type().equals("message_received"));
    bench.node.drain(Duration.ZERO);
  }

  @Test
  void aHundredCopiesAtOnceStartOneRun_W81_W82() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<StartOutcome>> all = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        all.add(
            clients.submit(
                () -> {
                  go.await();
                  return bench.runs.start(anna, RunBench.ask("t1", "m-1"));
                }));
      }
      go.countDown();
    }
    Set<String> runs = new HashSet<>();
    int started = 0;
    for (Future<StartOutcome> each : all) {
      runs.add(each.get().run().head().id());
      started += each.get() instanceof StartOutcome.Started ? 1 : 0;
    }
    assertThat(runs).hasSize(1);
    assertThat(started).isEqualTo(1);
    assertThat(bench.ended(anna, runs.iterator().next())).isEqualTo("completed");
  }

  @Test
  void theSameIdWithOtherContentIsAConflict_W83() {
    bench.runs.start(anna, RunBench.ask("t1", "m-1"));
    StartRun other =
        new StartRun(
            "Something else",
            "supervisor",
            "t1",
            null,
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            "m-1");

    refused(() -> bench.runs.start(anna, other), ErrorCode.IDEMPOTENCY_CONFLICT);
  }

  @Test
  void aRepeatOnASocketWithAnotherDefaultThreadIsTheSameMessage() {
    StartRun first = RunBench.ask(null, "m-1");
    String run = bench.runs.start(anna, first).run().head().id();
    StartRun again =
        new StartRun(
            first.content(),
            first.agentType(),
            null,
            "thread_of_the_socket",
            Map.of(),
            Map.of(),
            List.of(),
            Map.of("other", "metadata"),
            "m-1");

    StartOutcome outcome = bench.runs.start(anna, again);
    assertThat(outcome).isInstanceOf(StartOutcome.Duplicate.class);
    assertThat(outcome.run().head().id()).isEqualTo(run);
  }

  @Test
  void anothersRunReadsAsOneThatIsNotThere_W96() {
    String run = bench.start(anna, "t1");
    Cause ben = bench.user("ben");

    List<ThrowingCallable> all =
        List.of(
            () -> bench.runs.get(ben.user(), run),
            () -> bench.runs.status(ben.user(), run),
            () -> bench.runs.events(ben.user(), run, 0, 10),
            () -> bench.runs.stop(ben, new Runs.StopRequest(run, null, null)),
            () -> bench.runs.retry(ben, run),
            () -> bench.runs.feedback(ben.user(), run, 5, null));
    assertThat(all).allSatisfy(each -> refused(each, ErrorCode.RUN_NOT_FOUND));
    refused(
        () -> bench.runs.stop(ben, new Runs.StopRequest(null, "t1", null)),
        ErrorCode.THREAD_NOT_FOUND);
  }

  @Test
  void anUnknownAgentIsRefusedWithTheKnown_W50() {
    StartRun request =
        new StartRun("x", "nobody", null, null, Map.of(), Map.of(), List.of(), Map.of(), null);

    assertThatThrownBy(() -> bench.runs.start(anna, request))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.AGENT_NOT_FOUND);
              assertThat(refused.details())
                  .isEqualTo(Map.of("known", List.of("supervisor", "data")));
            });
  }

  @Test
  void aRetryIsANewRunOfTheSameMessage_H90() throws InterruptedException {
    String first = bench.start(anna, "t1");
    bench.ended(anna, first);
    String second = bench.runs.retry(anna, first).run().head().id();
    bench.ended(anna, second);

    assertThat(second).isNotEqualTo(first);
    assertThat(head(second).messageId()).isEqualTo(head(first).messageId());
    assertThat(head(second).state()).isEqualTo("completed");
  }

  @Test
  void opinionsAreOfFinishedRunsAlone_H91() throws InterruptedException {
    CountDownLatch go = hold("triage");
    String run = bench.start(anna, "t1");
    refused(() -> bench.runs.feedback(anna.user(), run, 5, null), ErrorCode.CONFLICT);
    refused(() -> bench.runs.retry(anna, run), ErrorCode.CONFLICT);
    go.countDown();
    bench.ended(anna, run);

    bench.runs.feedback(anna.user(), run, 4, "good");
    bench.runs.feedback(anna.user(), run, 5, null);
    assertThat(ratings()).containsExactly(5);
  }

  @Test
  void aStepThatThrowsFailsAloneAndTellsNoSecret_AG10() throws InterruptedException {
    bench.pipeline.on(
        "data",
        (state, context) -> {
          context.toolExecuting("usage_summary", "Sum spend of the window", Map.of());
          throw new IllegalStateException("internal detail");
        });
    String run = bench.start(anna, "t1");

    assertThat(bench.ended(anna, run)).isEqualTo("completed");
    JsonNode step = data(run, "subagent_completed").get(1);
    assertThat(step.get("status").asString()).isEqualTo("failed");
    assertThat(step.get("error_code").asString()).isEqualTo("STEP_FAILED");
    assertThat(step.get("summary").asString())
        .contains("4bf92f3577b34da6a3ce929d0e0e4736")
        .doesNotContain("internal detail");
    assertThat(data(run, "tool_completed")).hasSameSizeAs(data(run, "tool_executing"));
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

  private List<Integer> ratings() {
    return store()
        .read(
            read ->
                read.sql()
                    .sql("select rating from run_feedback")
                    .query((row, number) -> row.getInt("rating"))
                    .list());
  }

  /** Holds every run in a step until the latch is counted down. */
  private CountDownLatch hold(String agent) {
    CountDownLatch go = new CountDownLatch(1);
    bench.pipeline.on(
        agent,
        (state, context) -> {
          go.await();
          return ScriptedPipeline.compute(state, context);
        });
    return go;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
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

  private void awaitOpenTool(String run) throws InterruptedException {
    bench.awaitEvent(anna, run, "progress_update");
    while (data(run, "tool_executing").size() < 2) {
      Thread.onSpinWait();
    }
  }

  private RunHead head(String run) {
    return bench.runs.get(anna.user(), run).head();
  }

  private List<JsonNode> data(String run, String type) {
    return bench.eventsOf(anna, run).stream()
        .filter(event -> event.type().equals(type))
        .map(event -> Json.mapper().readTree(event.data()))
        .toList();
  }

  private static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
