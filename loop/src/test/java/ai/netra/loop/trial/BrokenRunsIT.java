package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Netra;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks before or in the middle of a run: one truthful end each, and nothing left over. */
class BrokenRunsIT {

  /** Every test calls once, then waits until it is cut. */
  private static final String WAITING =
      """
      package items;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import java.util.concurrent.CountDownLatch;
      import org.junit.jupiter.api.Test;

      class ItemsTest {
        private void waits() throws Exception {
          assertEquals(200, new ItemsClient().get("/items").statusCode());
          new CountDownLatch(1).await();
        }

        @Test void one() throws Exception { waits(); }
        @Test void two() throws Exception { waits(); }
        @Test void three() throws Exception { waits(); }
        @Test void four() throws Exception { waits(); }
      }
      """;

  @TempDir private Path folder;
  private Trial trial;

  @BeforeEach
  void layDown() {
    trial = new Trial(folder);
  }

  @AfterEach
  void nothingIsLeftOver() {
    assertThat(trial.orphans()).isEmpty();
  }

  @Test
  void aServerThatAnswersAnythingIsNeverAttested() {
    trial.fixture.replace(
        "service/Items.java", "\"{\\\"revision\\\":\\\"\" + revision + \"\\\"}\"", "\"{}\"");
    trial.fixture.replace("netra.yaml", "within: 20s", "within: 3s");
    trial.fixture.commit("Answer anything");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(13);
    assertThat(run.reason()).isEqualTo("blocked");
    assertThat(run.tests("inventory")).isZero();
    assertThat(trial.lines()).noneMatch(it -> Trial.kind(it).equals("attempt"));
    assertThat(trial.netra("verify").status()).isZero();
  }

  @Test
  void aServerThatTakesThePlaceOfTheAttestedOneProvesNothing() {
    trial.fixture.replace(
        "service/Items.java",
        "    String route = one ? \"/items/{id}\" : path;",
        "    String route = one ? \"/items/{id}\" : path;\n"
            + "    if (!path.startsWith(\"/health\")) { return new Answer(\"/health\", 200, \"{}\", \"\"); }");
    trial.fixture.write(
        "tests/items/ItemsTest.java",
        """
        package items;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class ItemsTest {
          @Test void answers() throws Exception {
            assertEquals(200, new ItemsClient().get("/items").statusCode());
          }
        }
        """);
    trial.fixture.commit("Answer anything once attested");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.tests("proved")).isZero();
    assertThat(run.tests("unproven")).isEqualTo(1);
    assertThat(Trial.part(Trial.result(run, "answers()"), 3))
        .isEqualTo("CONTRADICTED: no receipt for items GET /items 200");
  }

  @Test
  void aKilledServiceEndsTheRun() throws InterruptedException {
    Trial.Run run = disturbed("service");

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.err()).contains("service items ended in the run");
    assertThat(run.tests("error")).isEqualTo(2);
    assertThat(run.tests("not_run")).isEqualTo(2);
  }

  @Test
  void aKilledWorkerIsAnErrorOfItsTests() throws InterruptedException {
    trial.fixture.replace("netra.yaml", "timeout: 10s", "timeout: 2s");
    Trial.Run run = disturbed("worker");

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.tests("proved")).isZero();
    assertThat(trial.lines())
        .anyMatch(
            it ->
                Trial.kind(it).equals("attempt")
                    && it.path("data").path("message").asString("").startsWith("the worker "));
  }

  private Trial.Run disturbed(String role) throws InterruptedException {
    trial.fixture.replace("netra.yaml", "lanes: 1", "lanes: 2");
    waitInEachTest();
    Process loop = trial.start();
    trial.awaitCalls(2); // both lanes are in a test then, and none is in a canary
    trial.kill(role);
    return trial.await(loop);
  }

  private void waitInEachTest() {
    trial.fixture.write("tests/items/ItemsTest.java", WAITING);
    trial.fixture.commit("Wait in each test");
  }

  @Test
  void anEmptySuiteIsNoProof() {
    trial.fixture.write("tests/items/ItemsTest.java", "package items;\n\nclass ItemsTest {}\n");
    trial.fixture.commit("Take the tests away");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.err()).contains("no test");
    assertThat(run.summary().path("verdict").asString()).isEqualTo("stopped");
  }

  @Test
  void aTestCommandThatDoesNotExistIsSeenBeforeAnythingRuns() {
    trial.fixture.replace("netra.yaml", "build: { command: 'mkdir", "build: { command: 'mkdirr");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.reason()).isEqualTo("usage");
    assertThat(run.err()).contains("mkdirr");
    assertThat(trial.lines()).isEmpty();
  }

  @Test
  void anUnknownOptionIsRefusedWithTheObjectOfALoop() {
    Netra.Ended ended = trial.netra("loop", "--json", "--focsu");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).contains("\"verdict\":\"stopped\",\"reason\":\"usage\"");
  }

  @Test
  void theSecondOfTwoLoopsNamesTheFirst() throws InterruptedException {
    waitInEachTest();
    Process first = trial.start();
    trial.awaitLine(it -> Trial.kind(it).equals("exchange"));

    Trial.Run second = trial.loop();

    assertThat(second.exit()).isEqualTo(13);
    assertThat(second.reason()).isEqualTo("blocked");
    assertThat(second.err()).contains("process " + first.pid());
    first.destroy();
    assertThat(first.waitFor()).isEqualTo(12);
  }

  @Test
  void aKilledLoopIsClearedAwayByTheNextOne() throws InterruptedException {
    Process loop = trial.start();
    trial.awaitLine(it -> Trial.kind(it).equals("exchange"));
    loop.destroyForcibly().waitFor();
    assertThat(trial.netra("verify").status()).isEqualTo(1);

    Trial.Run next = trial.loop();

    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(next.err()).contains("note: ended what was left: service items");
    assertThat(folder.resolve("state/work")).isEmptyDirectory();
  }

  @Test
  void anInterruptEndsTheRunInOrder() throws InterruptedException {
    waitInEachTest();
    Process loop = trial.start();
    trial.awaitLine(it -> Trial.kind(it).equals("exchange"));
    loop.destroy();

    Trial.Run run = trial.await(loop);

    assertThat(run.exit()).as(run.err()).isEqualTo(12);
    assertThat(run.reason()).isEqualTo("human");
    assertThat(Trial.kind(trial.lines().getLast())).isEqualTo("run.finished");
  }
}
