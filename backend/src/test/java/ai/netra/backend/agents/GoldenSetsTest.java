package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.ReportKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AG46, AG47: the golden sets to the cent, with no other strategy told. */
class GoldenSetsTest {

  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final Path CATALOGUE = Path.of("../e2e/src/test/resources/catalogue.json");

  @TempDir Path folder;
  private OpenStore store;
  private OpenUsage usage;
  private Pipeline pipeline;
  private UserKey alice;

  @BeforeEach
  void open() {
    store = OpenStore.in(folder);
    alice = TestUsers.add(store.store(), "alice");
    var catalogues = OpenCatalogues.of(store.store(), CatalogueSettings.of(Optional.of(CATALOGUE)));
    usage =
        OpenUsage.in(
            folder, store.store(), new CataloguePricing(catalogues), new SteppedClock(NOW));
    pipeline = AgentsConfiguration.pipelineOf(usage.usage(), catalogues, new Cubes());
  }

  @AfterEach
  void close() throws Exception {
    usage.close();
    store.close();
  }

  @Test
  void dup() throws Exception {
    usage.csv(alice, GoldenRows.dup());

    Report report = asked(List.of());

    assertThat(number(report, "spend")).isEqualByComparingTo("350");
    assertThat(number(report, "saving[S1]")).isEqualByComparingTo("140");
    assertThat(number(report, "saving_low")).isEqualByComparingTo("140");
    assertThat(number(report, "saving_high")).isEqualByComparingTo("140");
    assertThat(number(report, "saving_share")).isEqualByComparingTo("0.4");
    assertThat(strategies(report)).containsExactly("S1");
    assertThat(report.actions().getFirst().settings()).containsEntry("ttl_seconds", 3_600);
  }

  @Test
  void route() throws Exception {
    usage.csv(alice, GoldenRows.route());

    Report report = asked(List.of());

    assertThat(number(report, "spend")).isEqualByComparingTo("484.5");
    assertThat(number(report, "saving[S3]")).isEqualByComparingTo("84.105");
    assertThat(strategies(report)).containsExactly("S3");
    assertThat(report.kind()).isEqualTo(ReportKind.FULL);
  }

  @Test
  void batch() throws Exception {
    usage.csv(alice, GoldenRows.batch());

    Report report = asked(List.of("bravo"));

    assertThat(number(report, "spend")).isEqualByComparingTo("1428");
    assertThat(number(report, "saving[S4]")).isEqualByComparingTo("321.3");
    assertThat(strategies(report)).containsExactly("S4");
  }

  @Test
  void retry() throws Exception {
    usage.csv(alice, GoldenRows.retry());

    Report report = asked(List.of());

    assertThat(number(report, "spend")).isEqualByComparingTo("375");
    assertThat(number(report, "saving[S7]")).isEqualByComparingTo("17.5");
    assertThat(strategies(report)).containsExactly("S7");
  }

  @Test
  void mix() throws Exception {
    usage.csv(alice, GoldenRows.mix());

    Report report = asked(List.of("acme"));

    assertThat(number(report, "spend")).isEqualByComparingTo("350");
    assertThat(number(report, "saving[S3]")).isEqualByComparingTo("218.05");
    assertThat(number(report, "saving[S1]")).isEqualByComparingTo("52.78");
    assertThat(number(report, "saving[S4]")).isEqualByComparingTo("7.1253");
    assertThat(number(report, "saving")).isEqualByComparingTo("277.9553");
    assertThat(number(report, "saving_low")).isEqualByComparingTo("262.7009");
    assertThat(number(report, "saving_high")).isEqualByComparingTo("282.716");
    assertThat(strategies(report)).containsExactly("S3", "S1", "S4");
    assertThat(report.toString()).doesNotContain("389.55");
    assertThat(report.gate().passed()).as(report.gate().toString()).isTrue();
  }

  private Report asked(List<String> providers) throws InterruptedException {
    RunRequest request =
        new RunRequest(
            "How can I save?",
            "supervisor",
            Map.of("constraints", Map.of("providers", providers)),
            Map.of(),
            Map.of(),
            null,
            Instant.EPOCH);
    Driven run = Driven.through(pipeline, alice, request, NOW);
    return new Results().read(run.answer().result(), Report.class);
  }

  private static List<String> strategies(Report report) {
    return report.recommendations().stream().map(each -> each.strategy()).toList();
  }

  private static BigDecimal number(Report report, String fact) {
    return new Facts(report.facts()).number(fact);
  }
}
