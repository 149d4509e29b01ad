package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuidePlanTest {

  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");

  @TempDir Path folder;
  private OpenStore store;
  private Pipeline pipeline;
  private UserKey user;

  @BeforeEach
  void open() {
    store = OpenStore.in(folder);
    user = TestUsers.add(store.store(), "alice");
    var catalogues = OpenCatalogues.of(store.store(), CatalogueSettings.of(Optional.empty()));
    var usage =
        OpenUsage.in(folder, store.store(), new CataloguePricing(catalogues), Clock.systemUTC());
    pipeline = AgentsConfiguration.pipelineOf(usage.usage(), catalogues, new Cubes());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What do I spend, and on what?",
        "How can I save?",
        "Cut my bill by 30 % without slowing checkout",
        "hello"
      })
  void ag20WithoutRowsTheAnswerGuidesAndHoldsNoNumber(String question) throws Exception {
    Driven run = Driven.through(pipeline, user, Driven.asking(question), NOW);

    assertThat(run.agents()).containsExactly("triage", "data_helper", "reporting");
    assertThat(run.answer().failed()).isNull();
    assertThat(run.answer().response()).doesNotContainPattern("\\d");
    assertThat(run.context().chunks.toString()).isEqualTo(run.answer().response());
    JsonNode report = JsonMapper.shared().readTree(run.answer().result());
    assertThat(report.path("kind").asString()).isEqualTo("guidance");
    assertThat(report.path("facts").size()).isZero();
  }

  @Test
  void ag20TheFourRequiredFieldsAreNamed() throws Exception {
    Driven run = Driven.through(pipeline, user, Driven.asking("What do I spend?"), NOW);

    assertThat(run.answer().response())
        .contains("`timestamp` (required)", "`model` (required)")
        .contains("`input_tokens` (required)", "`output_tokens` (required)");
  }

  @Test
  void ag1ThoughtsAndAToolPairAreTold() throws Exception {
    Driven run = Driven.through(pipeline, user, Driven.asking("What do I spend?"), NOW);

    assertThat(run.context().told)
        .containsSubsequence("thinking", "executing usage_profile", "completed t1", "thinking");
  }

  @Test
  void anIntentWhoseAgentsComeLaterIsToldSo() throws Exception {
    Driven run =
        Driven.through(pipeline, user, Driven.asking("Give me synthetic data to try"), NOW);

    assertThat(run.answer().response()).contains("not part of this version");
  }

  @Test
  void aDataSetThatIsNotThereIsNamedInTheGuidance() throws Exception {
    RunRequest request =
        Driven.asking("What do I spend?", "supervisor", Map.of("dataset", "nowhere"));

    Driven run = Driven.through(pipeline, user, request, NOW);

    assertThat(run.answer().failed()).isNull();
    assertThat(run.answer().response()).contains("The data set `nowhere` does not hold enough");
  }

  @Test
  void anotherAgentAnswersWithItsOwnResult() throws Exception {
    RunRequest request = Driven.asking("What is missing?", "data_helper", Map.of());

    Driven run = Driven.through(pipeline, user, request, NOW);

    assertThat(run.agents()).containsExactly("triage", "data_helper");
    assertThat(JsonMapper.shared().readTree(run.answer().result()).path("asks").size())
        .isGreaterThanOrEqualTo(4);
    assertThat(run.context().chunks.toString()).isEqualTo(run.answer().response());
  }

  @Test
  void ag18TheSameQuestionGivesTheSameBytes() throws Exception {
    Driven one = Driven.through(pipeline, user, Driven.asking("What do I spend?"), NOW);
    Driven two = Driven.through(pipeline, user, Driven.asking("What do I spend?"), NOW);

    assertThat(two.answer()).isEqualTo(one.answer());
  }
}
