package ai.netra.loop.suite;

import static ai.netra.loop.suite.SuiteProject.id;
import static ai.netra.loop.suite.SuiteProject.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.project.SuiteSpec.ExcludeSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Spawned;
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

/** Builds, discovers and runs suites in real workers. */
class JunitSuiteIT {

  private static final String PASSES =
      "@Test void passes() { assertEquals(2, List.of(1, 2).size()); }";
  private static final String HANGS =
      "@Test void hangs() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }";
  private static final String STUBBORN =
      """
      @Test void stubborn() {
        while (true) {
          java.util.concurrent.locks.LockSupport.park();
          Thread.interrupted();
        }
      }""";
  private static final String DIES = "@Test void dies() { Runtime.getRuntime().halt(9); }";
  private static final String USES_ATTEMPT =
      "static final String TRACE = ai.netra.probe.Attempt.traceparent();";

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
  void theInventoryHoldsClaimTagsPlaceAndClosureOfEachTest() {
    project.with(
        "Claims",
        """
        @Test @Tag("p2") @Tag("area:ws") @DisplayName("W3 a claim") void claims() {}
        @ParameterizedTest @ValueSource(ints = {1, 2}) void template(int n) {}
        """);

    Inventory inventory = project.open().discover();

    assertThat(inventory.discovered()).isEqualTo(2);
    Inventory.Test test = inventory.tests().getFirst();
    assertThat(test.id()).isEqualTo(id("Claims", "method:claims()"));
    assertThat(test.claim()).isEqualTo("W3 a claim");
    assertThat(test.priority()).isEqualTo("p2");
    assertThat(test.area()).isEqualTo("ws");
    assertThat(test.source()).isEqualTo("suite/seeds/Claims.java:10");
    assertThat(test.closure()).matches("[0-9a-f]{64}");
  }

  @Test
  void anExclusionTakesATestOutOfNUntilItsDay() {
    project.with("Two", PASSES + "@Test void other() {}");
    ExcludeSpec valid = new ExcludeSpec("Two#other", "known", "2999-01-01");
    ExcludeSpec overdue = new ExcludeSpec("Two#passes", "was known", "2001-01-01");

    Inventory inventory =
        project.open(project.spec(1, 1, Duration.ofSeconds(5), List.of(valid, overdue))).discover();

    assertThat(inventory.discovered()).isEqualTo(2);
    assertThat(inventory.tests())
        .extracting(Inventory.Test::id)
        .containsExactly(id("Two", "method:passes()"));
    assertThat(inventory.excluded())
        .containsExactly(
            new Inventory.Excluded(id("Two", "method:other()"), "known", "2999-01-01"));
  }

  @Test
  void aSuiteWithoutATestIsRefused() {
    project.with("Nothing", "void noTest() {}");

    assertThatThrownBy(() -> project.open().discover())
        .isInstanceOf(SuiteFailure.class)
        .hasMessageStartingWith("suites.seeds: no test in ");
  }

  @Test
  void aSuiteThatDoesNotCompileIsRefusedWithTheCompilersWords() {
    project.with("Broken", "@Test void broken() { missing(); }");

    assertThatThrownBy(() -> project.open())
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContaining("suites.seeds.build ended with status 1")
        .hasMessageContaining("cannot find symbol");
  }

  @Test
  void everyTestEndsInAnAttemptWithItsPhases() {
    project.with("Ends", PASSES + "@Test void fails() { assertEquals(3, List.of(1).size()); }");

    Attempts attempts = run(id("Ends", "method:passes()"), id("Ends", "method:fails()"));

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

    Attempts attempts = run(test);

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

    Attempt attempt = run(test).of(test);

    assertThat(attempt.status()).isEqualTo(Status.FAILED);
    assertThat(attempt.invocations()).containsExactly(Status.PASSED, Status.FAILED);
    assertThat(attempt.message()).startsWith("[2] ");
  }

  @Test
  void aFactoryThatMakesNothingHasNoInvocation() {
    project.with("Empty", "@TestFactory Stream<DynamicTest> none() { return Stream.empty(); }");
    String test = id("Empty", "test-factory:none()");

    Attempt attempt = run(test).of(test);

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

    assertThat(run(test).of(test).assertions()).isPositive();
  }

  @Test
  void aTestThatTheRunnerDoesNotKnowIsAnError() {
    project.with("Known", PASSES);
    String test = id("Known", "method:unknown()");

    assertThat(run(test).of(test).status()).isEqualTo(Status.ERROR);
  }

  @Test
  void aWorkerSeesWhatIsDeclaredAndNothingElse() {
    project.with(
        "Sees",
        """
        @Test void sees() {
          Set<String> names = new TreeSet<>(System.getenv().keySet());
          names.removeAll(Set.of("PATH", "HOME", "LANG", "TMPDIR"));
          assertEquals("[ITEMS_URL, NETRA_GATEWAY, NETRA_WORKER_PORT, NETRA_WORKER_TOKEN, SEED]", names.toString());
        }
        """);
    String test = id("Sees", "method:sees()");

    assertThat(run(test).of(test).message()).isNull();
  }

  @Test
  void aSuiteThatDoesNotUseAttemptHasALaneAWorkerWithTheLanesOwnAddress() {
    project.with(
        "Lanes",
        """
        @Test void one() { assertThat(System.getenv("ITEMS_URL")).matches("http://lane-[01]/items"); }
        @Test void two() { assertThat(System.getenv("ITEMS_URL")).matches("http://lane-[01]/items"); }
        """);

    Attempts attempts = run(id("Lanes", "method:one()"), id("Lanes", "method:two()"));

    assertThat(attempts.all()).extracting(Attempt::status).containsOnly(Status.PASSED);
  }

  @Test
  void aSuiteThatUsesAttemptRunsItsLanesInOneWorkerWithTheFrontsAddress() {
    project.with(
        "Threads",
        """
        static final java.util.concurrent.CyclicBarrier BOTH = new java.util.concurrent.CyclicBarrier(2);
        @Test void one() throws Exception { meets(); }
        @Test void two() throws Exception { meets(); }
        void meets() throws Exception {
          BOTH.await();
          assertEquals("http://front/items", System.getenv("ITEMS_URL"));
          assertThat(ai.netra.probe.Attempt.address("ITEMS_URL")).matches("http://lane-[01]/items");
        }
        """);

    Attempts attempts = run(id("Threads", "method:one()"), id("Threads", "method:two()"));

    assertThat(attempts.all()).extracting(Attempt::message).containsOnlyNulls();
    assertThat(attempts.all()).extracting(Attempt::workerPid).hasSize(2).containsOnly(workerPid());
  }

  @Test
  void aTestOverItsTimeIsAnErrorAndTheOthersGoOn() {
    project.with("Late", USES_ATTEMPT + PASSES + HANGS);

    Attempts attempts =
        run(Duration.ofSeconds(4), id("Late", "method:hangs()"), id("Late", "method:passes()"));

    Attempt late = attempts.of(id("Late", "method:hangs()"));
    assertThat(late.status()).isEqualTo(Status.ERROR);
    assertThat(late.message()).isEqualTo("it took longer than 4000 ms");
    assertThat(late.stack()).contains("seeds.Late.hangs");
    assertThat(attempts.of(id("Late", "method:passes()")).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void aTestThatIgnoresItsInterruptCostsItsWorkerOnly() {
    project.with("Stubborn", USES_ATTEMPT + PASSES + "@Test void after() {}" + STUBBORN);

    Attempts attempts =
        run(
            Duration.ofSeconds(4),
            id("Stubborn", "method:stubborn()"),
            id("Stubborn", "method:passes()"),
            id("Stubborn", "method:after()"));

    assertThat(attempts.of(id("Stubborn", "method:stubborn()")).status()).isEqualTo(Status.ERROR);
    assertThat(attempts.of(id("Stubborn", "method:passes()")).status()).isEqualTo(Status.PASSED);
    assertThat(attempts.of(id("Stubborn", "method:after()")).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void aWorkerThatDiesTakesOnlyTheTestsInFlight() {
    project.with("Dies", PASSES + DIES);

    Attempts attempts = runIn(1, id("Dies", "method:dies()"), id("Dies", "method:passes()"));

    Attempt dead = attempts.of(id("Dies", "method:dies()"));
    assertThat(dead.status()).isEqualTo(Status.ERROR);
    assertThat(dead.message())
        .matches("the worker \\(process \\d+\\) ended with status 9 during the test");
    assertThat(attempts.of(id("Dies", "method:passes()")).status()).isEqualTo(Status.PASSED);
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
        byTest(
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

  @Test
  void everyProcessIsRecordedAndNoneIsLeft() {
    project.with("Mine", PASSES);
    String test = id("Mine", "method:passes()");

    run(test);

    List<Long> spawned = project.journal.of(Spawned.class).stream().map(Spawned::pid).toList();
    assertThat(spawned).isNotEmpty().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(project.journal.of(Exited.class)).extracting(Exited::pid).containsAll(spawned);
  }

  private void cutOnceItRuns(Suite suite, String test) {
    while (project.windows.told(test).size() < 2) {
      Thread.onSpinWait();
    }
    suite.cut("service items ended");
  }

  private long workerPid() {
    return project.journal.of(Spawned.class).stream()
        .filter(s -> s.role().equals("worker"))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private Attempts run(String... tests) {
    return run(Duration.ofSeconds(10), tests);
  }

  private Attempts run(Duration timeout, String... tests) {
    Suite suite = project.open(project.spec(2, 1, timeout, List.of()));
    return byTest(suite.run(verdict(List.of(tests)), a -> {}));
  }

  private Attempts runIn(int lanes, String... tests) {
    Suite suite = project.open(project.spec(lanes, 1, Duration.ofSeconds(10), List.of()));
    return byTest(suite.run(verdict(List.of(tests)), a -> {}));
  }

  private static Attempts byTest(List<Attempt> attempts) {
    return new Attempts(attempts);
  }

  /** What a run came to. */
  private record Attempts(List<Attempt> all) {

    Attempt of(String test) {
      return all.stream().filter(a -> a.key().test().equals(test)).findFirst().orElseThrow();
    }
  }
}
