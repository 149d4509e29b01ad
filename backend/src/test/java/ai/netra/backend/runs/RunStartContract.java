package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunHead;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What starts, what waits, and what is refused. */
abstract class RunStartContract extends OnRunBench {

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
}
