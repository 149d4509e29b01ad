package ai.netra.loop.suite;

import static ai.netra.loop.suite.SuiteProject.id;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Spawned;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker sees, how many there are, and what becomes of one that hangs or dies. */
class WorkersIT {

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

    assertThat(project.run(test).of(test).message()).isNull();
  }

  @Test
  void aSuiteThatDoesNotUseAttemptHasALaneAWorkerWithTheLanesOwnAddress() {
    project.with(
        "Lanes",
        """
        @Test void one() { assertThat(System.getenv("ITEMS_URL")).matches("http://lane-[01]/items"); }
        @Test void two() { assertThat(System.getenv("ITEMS_URL")).matches("http://lane-[01]/items"); }
        """);

    Attempts attempts = project.run(id("Lanes", "method:one()"), id("Lanes", "method:two()"));

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

    Attempts attempts = project.run(id("Threads", "method:one()"), id("Threads", "method:two()"));

    assertThat(attempts.all()).extracting(Attempt::message).containsOnlyNulls();
    assertThat(attempts.all()).extracting(Attempt::workerPid).hasSize(2).containsOnly(workerPid());
  }

  @Test
  void aTestOverItsTimeIsAnErrorAndTheOthersGoOn() {
    project.with("Late", USES_ATTEMPT + PASSES + HANGS);

    Attempts attempts =
        project.run(
            Duration.ofSeconds(4), 2, id("Late", "method:hangs()"), id("Late", "method:passes()"));

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
        project.run(
            Duration.ofSeconds(4),
            2,
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

    Attempts attempts =
        project.run(
            Duration.ofSeconds(10), 1, id("Dies", "method:dies()"), id("Dies", "method:passes()"));

    Attempt dead = attempts.of(id("Dies", "method:dies()"));
    assertThat(dead.status()).isEqualTo(Status.ERROR);
    assertThat(dead.message())
        .matches("the worker \\(process \\d+\\) ended with status 9 during the test");
    assertThat(attempts.of(id("Dies", "method:passes()")).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void everyProcessIsRecordedAndNoneIsLeft() {
    project.with("Mine", PASSES);
    String test = id("Mine", "method:passes()");

    project.run(test);

    List<Long> spawned = project.journal.of(Spawned.class).stream().map(Spawned::pid).toList();
    assertThat(spawned).isNotEmpty().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(project.journal.of(Exited.class)).extracting(Exited::pid).containsAll(spawned);
  }

  private long workerPid() {
    return project.journal.of(Spawned.class).stream()
        .filter(s -> s.role().equals("worker"))
        .findFirst()
        .orElseThrow()
        .pid();
  }
}
