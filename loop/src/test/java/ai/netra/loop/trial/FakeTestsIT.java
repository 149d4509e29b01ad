package ai.netra.loop.trial;

import static ai.netra.loop.trial.Trial.part;
import static ai.netra.loop.trial.Trial.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tests that prove nothing pass in their runner and are unmasked, each by a part and a reason. */
class FakeTestsIT {

  private static final String FAKES =
      """
      package items;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import org.junit.jupiter.api.DisplayName;
      import org.junit.jupiter.api.Test;

      class FakesTest {
        private final ItemsClient client = new ItemsClient();

        @Test
        @DisplayName("asserts nothing")
        void assertsNothing() throws Exception {
          client.get("/items");
        }

        @Test
        @DisplayName("swallows its exception")
        void swallows() {
          try {
            assertEquals(200, client.get("/items").statusCode());
          } catch (Exception | AssertionError e) {
            System.out.println("never mind " + e);
          }
        }

        @Test
        @DisplayName("talks to nothing")
        void talksToNothing() {
          assertEquals(4, "item".length());
        }

        @Test
        @DisplayName("asserts only that time passed")
        void assertsTime() throws Exception {
          long start = System.nanoTime();
          Thread.sleep(50);
          assertTrue(System.nanoTime() - start > 0);
        }

        @Test
        @DisplayName("asserts a status alone")
        void assertsStatus() throws Exception {
          assertEquals(200, client.get("/items").statusCode());
        }

        @Test
        @DisplayName("accepts any status")
        void acceptsAnyStatus() throws Exception {
          int status = client.get("/items").statusCode();
          assertTrue(status == 200 || status == 401 || status == 404 || status == 500);
        }
      }
      """;

  @TempDir private static Path folder;
  private static Trial trial;
  private static Trial.Run run;

  @BeforeAll
  static void runWithFakes() {
    trial = new Trial(folder);
    trial.fixture.write("tests/items/FakesTest.java", FAKES);
    trial.fixture.replace("netra.yaml", "lanes: 1", "lanes: 2");
    trial.fixture.commit("Add tests that prove nothing");
    run = trial.loop();
  }

  @Test
  void theVerdictIsStoppedAndOnlyTheHonestTestsAreProved() {
    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.summary().path("verdict").asString()).isEqualTo("stopped");
    assertThat(run.reason()).isEqualTo("no-progress");
    assertThat(run.tests("inventory")).isEqualTo(11);
    assertThat(run.tests("proved")).isEqualTo(5);
    assertThat(run.tests("unproven")).isEqualTo(6);
  }

  @Test
  void aTestWithoutAssertionLacksLiveness() {
    assertThat(part(unproven("asserts nothing"), 2)).isEqualTo("MISSING: no check was executed");
  }

  @Test
  void aTestThatSwallowsItsExceptionStaysGreenInItsControl() {
    assertThat(part(unproven("swallows its exception"), 5))
        .isEqualTo("CONTRADICTED: it stays green when its calls are refused");
  }

  @Test
  void aTestThatTalksToNothingLacksTheWire() {
    assertThat(part(unproven("talks to nothing"), 3))
        .isEqualTo("MISSING: it made no call that the gateway saw");
  }

  @Test
  void aTestThatAssertsTimeLacksTheWire() {
    assertThat(part(unproven("asserts only that time passed"), 3)).startsWith("MISSING");
  }

  @Test
  void aTestThatAcceptsAnyStatusHasAFatalSmell() {
    assertThat(part(unproven("accepts any status"), 7)).startsWith("CONTRADICTED: ");
  }

  @Test
  void aTestThatAssertsAStatusAloneDoesNotNoticeAnotherBody() {
    assertThat(part(unproven("asserts a status alone"), 6))
        .isEqualTo("CONTRADICTED: not noticed: whole-body mutant on items GET /items");
  }

  @Test
  void aTestThatAcceptsAnyStatusNoticesNeitherMutant() {
    assertThat(part(unproven("accepts any status"), 6))
        .isEqualTo(
            "CONTRADICTED: not noticed: status mutant on items GET /items;"
                + " whole-body mutant on items GET /items");
  }

  @Test
  void theOutputNamesTestPartAndReason() {
    assertThat(run.err())
        .contains("UNPROVEN  talks to nothing")
        .contains("part 3 wire missing: it made no call that the gateway saw")
        .contains("recordings: " + run.folder().resolve("journal.jsonl"));
  }

  @Test
  void verifyAcceptsTheTruthfulStop() {
    assertThat(trial.netra("verify").status()).isZero();
  }

  private static JsonNode unproven(String claim) {
    JsonNode result = result(run, claim);
    assertThat(result.path("outcome").asString()).isEqualTo("unproven");
    return result;
  }
}
