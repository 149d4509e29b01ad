package ai.netra.loop.suite;

import static ai.netra.loop.suite.SuiteProject.id;
import static ai.netra.loop.suite.SuiteProject.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs suites in real workers: what an attempt tells, and what a run may not do. */
class JunitSuiteIT {

  private static final String PASSES =
      "@Test void passes() { assertEquals(2, List.of(1, 2).size()); }";
  private static final String HANGS =
      "@Test void hangs() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }";

  @TempDir private Path folder;
  private SuiteProject project;

  @BeforeEach
  void create() {
    project = new SuiteProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void everyTestEndsInAnAttemptWithItsPhases() {
    project.with("Ends", PASSES + "@Test void fails() { assertEquals(3, List.of(1).size()); }");

    Attempts attempts = project.run(id("Ends", "method:passes()"), id("Ends", "method:fails()"));

    Attempt passed = attempts.of(id("Ends", "method:passes()"));
    assertThat(passed.status()).isEqualTo(Status.PASSED);
    assertThat(passed.assertions()).isPositive();
    assertThat(passed.phases())
        .extracting(Attempt.PhaseSpan::phase)
        .containsExactly(Phase.SETUP, Phase.CALL, Phase.TEARDOWN);
    Attempt failed = attempts.of(id("Ends", "method:fails()"));
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.message()).contains("expected: <3> but was: <1>");
    assertThat(failed.stack()).contains("seeds.Ends.fails");
  }

  @Test
  void theGatewayIsToldEachEdge() {
    project.with("Edges", PASSES);
    String test = id("Edges", "method:passes()");

    Attempts attempts = project.run(test);

    assertThat(project.windows.told(test))
        .containsExactly("begin " + test, "CALL " + test, "TEARDOWN " + test, "end " + test);
    assertThat(project.windows.traceId(test)).isEqualTo(attempts.of(test).traceId());
  }

  @Test
  void invocationsFoldByTheWorst() {
    project.with(
        "Folds",
        "@ParameterizedTest @ValueSource(ints = {1, 2}) void odd(int n) { assertEquals(1, n % 2); }");
    String test = id("Folds", "test-template:odd(int)");

    Attempt attempt = project.run(test).of(test);

    assertThat(attempt.status()).isEqualTo(Status.FAILED);
    assertThat(attempt.invocations()).containsExactly(Status.PASSED, Status.FAILED);
    assertThat(attempt.message()).startsWith("[2] ");
  }

  @Test
  void aFactoryThatMakesNothingHasNoInvocation() {
    project.with("Empty", "@TestFactory Stream<DynamicTest> none() { return Stream.empty(); }");
    String test = id("Empty", "test-factory:none()");

    Attempt attempt = project.run(test).of(test);

    assertThat(attempt.invocations()).isEmpty();
    assertThat(attempt.assertions()).isZero();
  }

  @Test
  void aCheckInAVirtualThreadOfTheTestCounts() {
    project.with(
        "Virtual",
        """
        @Test void virtual() throws Exception {
          Thread.ofVirtual().start(() -> assertEquals(2, List.of(1, 2).size())).join();
        }
        """);
    String test = id("Virtual", "method:virtual()");

    assertThat(project.run(test).of(test).assertions()).isPositive();
  }

  @Test
  void aTestThatTheRunnerDoesNotKnowIsAnError() {
    project.with("Known", PASSES);
    String test = id("Known", "method:unknown()");

    assertThat(project.run(test).of(test).status()).isEqualTo(Status.ERROR);
  }

  @Test
  void aCutEndsWhatRunsAndStartsNothingMore() {
    project.with("Cut", HANGS + PASSES);
    Suite suite = project.open(project.spec(1, 1, Duration.ofSeconds(20), List.of()));
    List<String> order = List.of(id("Cut", "method:hangs()"), id("Cut", "method:passes()"));
    Queue<Attempt> seen = new ConcurrentLinkedQueue<>();
    Thread.ofVirtual().start(() -> cutOnceItRuns(suite, order.getFirst()));

    List<Attempt> attempts = suite.run(verdict(order), seen::add);

    assertThat(attempts).extracting(Attempt::status).containsExactly(Status.ERROR, Status.NOT_RUN);
    assertThat(attempts).extracting(Attempt::message).containsOnly("service items ended");
    assertThat(seen).containsExactlyElementsOf(attempts);
  }

  @Test
  void aFaultIsHandedToTheGateway() {
    project.with("Faults", PASSES);
    String test = id("Faults", "method:passes()");
    Fault refuse = new Fault.Refuse(Phase.CALL);

    List<Attempt> attempts =
        project
            .open()
            .run(
                new FullRun(
                    1, 1, Mode.CONTROL, List.of(test), Map.of(test, refuse), Map.of(), false),
                a -> {});

    assertThat(project.windows.told(test)).startsWith("begin " + test + " " + refuse);
    assertThat(attempts.getFirst().key().mode()).isEqualTo(Mode.CONTROL);
  }

  @Test
  void canariesRunAmongTheTestsOutsideTheInventory() {
    project.with("Mine", PASSES);
    Suite suite = project.open();
    String mine = id("Mine", "method:passes()");

    Attempts attempts =
        new Attempts(
            suite.run(
                new FullRun(1, 1, Mode.VERDICT, List.of(mine), Map.of(), Map.of(), true), a -> {}));

    assertThat(attempts.all()).hasSize(4);
    assertThat(attempts.of(Canary.PASSES.testId()).status()).isEqualTo(Status.PASSED);
    assertThat(attempts.of(Canary.SWALLOWS.testId()).status()).isEqualTo(Status.PASSED);
    assertThat(attempts.of(Canary.FAILS.testId()).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void sourcesThatChangeDuringARunVoidIt() {
    project.with(
        "Edits",
        """
        @Test void edits() throws Exception {
          java.nio.file.Files.writeString(java.nio.file.Path.of("suite/seeds/New.java"), "class New {}");
        }
        """);
    Suite suite = project.open();

    assertThatThrownBy(() -> suite.run(verdict(List.of(id("Edits", "method:edits()"))), a -> {}))
        .isInstanceOf(SuiteFailure.class)
        .hasMessage("suites.seeds.paths: test sources changed during the run");
  }

  private void cutOnceItRuns(Suite suite, String test) {
    while (project.windows.told(test).size() < 2) {
      Thread.onSpinWait();
    }
    suite.cut("service items ended");
  }
}
