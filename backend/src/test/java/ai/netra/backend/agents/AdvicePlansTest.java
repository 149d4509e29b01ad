package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import ai.netra.contract.report.Action;
import ai.netra.contract.report.Chart;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.RenderedFact;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.ReportKind;
import ai.netra.contract.report.Section;
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

/** The plans full, partial and simulate, driven through the agents. */
class AdvicePlansTest {

  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final Path CATALOGUE = Path.of("../e2e/src/test/resources/catalogue.json");
  private static final String SAVE = "How can I save?";

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

  /** 10 000 classifications of 5 000 in and 100 out: 13.50 USD by 100, and 7 of 10 of the rows. */
  private static String simple() {
    return GoldenRows.csv(
        10_000, i -> GoldenRows.of(i, "acme/premium", 5_000, 100, "classification"));
  }

  @Test
  void ag56FullWhenTheDataAreSufficient() throws Exception {
    usage.csv(alice, simple());

    Driven run = asked(SAVE, Map.of(), Map.of());

    assertThat(run.agents())
        .containsExactly("triage", "data", "optimization", "actions", "reporting");
    assertThat(report(run).kind()).isEqualTo(ReportKind.FULL);
    assertThat(report(run).gate().passed()).isTrue();
    assertThat(report(run).gate().failed()).isEmpty();
    assertThat(run.context().told)
        .containsSubsequence(
            "executing duplicate_scan",
            "executing retry_scan",
            "executing strategy_evaluate",
            "executing portfolio_optimise",
            "executing roi");
  }

  @Test
  void ag56PartialAlsoSaysWhatIsMissing() throws Exception {
    usage.csv(
        alice,
        GoldenRows.csv(600, i -> GoldenRows.of(i, "acme/premium", 50_000, 100, "classification")));

    Driven run = asked(SAVE, Map.of(), Map.of());

    assertThat(run.agents())
        .containsExactly("triage", "data", "optimization", "data_helper", "actions", "reporting");
    assertThat(report(run).recommendations()).hasSize(1);
  }

  @Test
  void ag56ASimulationTellsBeforeAndAfterAsAWhatIf() throws Exception {
    usage.csv(alice, simple());

    Driven run = asked("What if usage grows by 50 %?", Map.of(), Map.of());

    assertThat(run.agents()).containsExactly("triage", "data", "optimization", "reporting");
    // 135.00 in 28 days are 146.752232... a month
    assertThat(number(run, "what_if.cost_before"))
        .isBetween(new BigDecimal("146.7522"), new BigDecimal("146.7523"));
    assertThat(number(run, "what_if.cost_after"))
        .isBetween(new BigDecimal("220.1283"), new BigDecimal("220.1284"));
    assertThat(run.answer().response()).contains("*what-if*");
  }

  /** 135.00 in the window: 8.10 on the small model, and half of that at half the use. */
  @Test
  void aChainOfSuppositionsIsToldInTheUsersWordsWithoutFilteringByTheirNames() throws Exception {
    usage.csv(alice, simple());

    Driven run =
        asked(
            "What if we swap acme/premium for acme/small, then usage halves?", Map.of(), Map.of());

    assertThat(number(run, "spend")).isEqualByComparingTo("135");
    assertThat(number(run, "what_if.cost_after"))
        .isEqualByComparingTo(Ratios.monthly(new BigDecimal("4.05"), 28));
    assertThat(run.answer().response())
        .contains("if \"swap acme/premium for acme/small\", then \"usage halves\"");
    assertThat(report(run).gate().failed()).isEmpty();
  }

  @Test
  void anAgentOfItsOwnRunsWhatItDependsOn() throws Exception {
    usage.csv(alice, simple());

    Driven run = Driven.through(pipeline, alice, Driven.asking(SAVE, "actions", Map.of()), NOW);

    assertThat(run.agents()).containsExactly("triage", "data", "optimization", "actions");
    assertThat(new Results().read(run.answer().result(), ActionPlan.class).actions()).hasSize(1);
  }

  @Test
  void ag16EveryFactTracesToFactsThatExist() throws Exception {
    usage.csv(alice, simple());

    Report report = report(asked(SAVE, Map.of(), Map.of()));

    assertThat(report.facts()).extracting(Fact::id).doesNotHaveDuplicates();
    assertThat(report.facts()).extracting(Fact::name).doesNotHaveDuplicates();
    assertThat(report.facts())
        .filteredOn(fact -> fact.source() instanceof FactSource.Derived)
        .allSatisfy(
            fact ->
                assertThat(report.facts())
                    .extracting(Fact::id)
                    .containsAll(((FactSource.Derived) fact.source()).inputs()));
  }

  @Test
  void eachNumberOfASectionStandsWhereItSaysAndRendersItsOwnFact() throws Exception {
    usage.csv(alice, simple());

    Report report = report(asked(SAVE, Map.of(), Map.of()));

    for (Section section : report.sections()) {
      assertThat(section.numbers())
          .as(section.id())
          .allSatisfy(
              place -> assertThat(words(section, place)).isEqualTo(rendered(report, place)));
    }
    assertThat(report.sections().getFirst().numbers()).hasSizeGreaterThan(5);
  }

  private static String words(Section section, RenderedFact place) {
    int[] points = section.markdown().codePoints().toArray();
    return new String(points, place.at(), place.length());
  }

  private static String rendered(Report report, RenderedFact place) {
    return report.facts().stream()
        .filter(fact -> fact.id().equals(place.fact()))
        .map(fact -> Quantity.of(fact).render())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyValueOfAChartIsAFact() throws Exception {
    usage.csv(alice, simple());

    Report report = report(asked(SAVE, Map.of(), Map.of()));

    assertThat(report.charts())
        .extracting(Chart::kind)
        .contains("cost_by_feature", "latency_percentiles", "savings_waterfall", "saving_ranges");
    List<String> values = report.facts().stream().map(fact -> fact.value().toString()).toList();
    assertThat(report.charts())
        .flatMap(Chart::series)
        .flatMap(Chart.Series::points)
        .allSatisfy(point -> assertThat(values).contains(point.get(1).toString()));
  }

  @Test
  void ag64EveryActionCanBeVerifiedAndTakenBack() throws Exception {
    usage.csv(alice, GoldenRows.mix());

    Report report = report(asked(SAVE, Map.of(), Map.of()));

    assertThat(report.actions())
        .hasSize(3)
        .allSatisfy(
            action -> {
              assertThat(action.settings()).isNotEmpty();
              assertThat(action.verify()).containsKeys("metric", "query", "days");
              assertThat(action.rollback()).containsKeys("metric", "bound");
              assertThat(action.monthlySaving().expected()).isPositive();
            });
    assertThat(report.actions()).extracting(Action::strategy).containsSubsequence("S3", "S4");
  }

  @Test
  void ag51AConstraintHasItsPrice() throws Exception {
    usage.csv(alice, simple());
    BigDecimal free = number(asked(SAVE, Map.of(), Map.of()), "monthly_saving");

    Driven bound = asked(SAVE, Map.of("providers", List.of("bravo")), Map.of());

    assertThat(report(bound).recommendations()).isEmpty();
    assertThat(number(bound, "constraint_price[providers]")).isEqualByComparingTo(free);
  }

  @Test
  void aTargetIsSaidToBeReachedOrNot() throws Exception {
    usage.csv(alice, simple());

    Driven near = asked("Cut my bill by 30 %", Map.of(), Map.of());
    Driven far = asked("Cut my bill by 99 %", Map.of(), Map.of());

    assertThat(near.answer().response()).contains("That reaches the 30.0 %");
    assertThat(far.answer().response()).contains("That does not reach the 99.0 %");
  }

  @Test
  void anAssumptionOfTheUsersCountsAndIsTold() throws Exception {
    usage.csv(alice, simple());

    Driven run = asked(SAVE, Map.of(), Map.of("assumptions", Map.of("escalation", 0)));

    // premium 135.00, small 8.10, and nothing is asked again
    assertThat(number(run, "saving")).isEqualByComparingTo("126.9");
    assertThat(run.answer().response()).contains("| `escalation` | 0.0 % | 0.0 % | 0.0 % | you |");
  }

  @Test
  void ag55AStrategyWithoutItsFieldIsNamedWithItsSpend() throws Exception {
    usage.csv(alice, simple().lines().map(AdvicePlansTest::withoutHash).reduce("", String::concat));

    Driven run = asked(SAVE, Map.of(), Map.of());

    assertThat(run.answer().response())
        .contains(
            "Not computed: response cache, because no eligible row has the field `prompt_hash`");
    assertThat(number(run, "concerned_spend[S1]")).isEqualByComparingTo("135");
  }

  private static String withoutHash(String line) {
    return line.substring(0, line.lastIndexOf(',') + 1)
        + (line.startsWith("request_id") ? "prompt_hash\n" : "\n");
  }

  @Test
  void ag18TheSameRunGivesTheSameBytes() throws Exception {
    usage.csv(alice, simple());

    assertThat(asked(SAVE, Map.of(), Map.of()).answer())
        .isEqualTo(asked(SAVE, Map.of(), Map.of()).answer());
  }

  private Driven asked(String question, Map<String, Object> constraints, Map<String, Object> set)
      throws InterruptedException {
    Map<String, Object> context =
        constraints.isEmpty() ? Map.of() : Map.of("constraints", constraints);
    RunRequest request =
        new RunRequest(question, "supervisor", context, set, Map.of(), null, Instant.EPOCH);
    return Driven.through(pipeline, alice, request, NOW);
  }

  private static Report report(Driven run) {
    return new Results().read(run.answer().result(), Report.class);
  }

  private static BigDecimal number(Driven run, String fact) {
    return new Facts(report(run).facts()).number(fact);
  }
}
