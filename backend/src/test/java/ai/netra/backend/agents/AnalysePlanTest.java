package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Report;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysePlanTest {

  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final String QUESTION = "What do I spend, and on what?";
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
    var pricing = new CataloguePricing(catalogues);
    usage = OpenUsage.in(folder, store.store(), pricing, new SteppedClock(NOW));
    pipeline = AgentsConfiguration.pipelineOf(usage.usage(), catalogues, new Cubes());
  }

  @AfterEach
  void close() throws Exception {
    usage.close();
    store.close();
  }

  @Test
  void spendEqualsSumsMadeByHand() throws Exception {
    // 28 000 calls of 1 000 in and 100 out at 2.50 and 10.00 a million: 0.0035 each
    usage.csv(alice, Golden.premium(28_000, 28));

    Driven run = asked(QUESTION);

    assertThat(run.agents()).containsExactly("triage", "data", "reporting");
    assertThat(run.answer().failed()).isNull();
    assertThat(number(run, "spend")).isEqualByComparingTo("98");
    assertThat(number(run, "monthly_spend")).isEqualByComparingTo("106.53125");
    assertThat(number(run, "requests")).isEqualByComparingTo("28000");
    assertThat(number(run, "input_tokens")).isEqualByComparingTo("28000000");
    assertThat(number(run, "spend[feature=search]")).isEqualByComparingTo("49");
    assertThat(run.answer().response())
        .contains("**98.00 USD**", "28 000 requests", "**106.53 USD a month**", "`acme/premium`");
    assertThat(report(run).sections())
        .extracting("number")
        .containsExactly(1, 2, 3, 4, 5, 6, 11, 12, 13);
  }

  @Test
  void listedPricesAreToldToBeCheckedAndBilledOnesAreNot() throws Exception {
    String told =
        "The prices are those of the catalogue `golden-1`, which are to be checked before use.";
    usage.csv(alice, Golden.premium(28_000, 28));
    Driven listed = asked(QUESTION);
    UserKey bob = TestUsers.add(store.store(), "bob");
    usage.csv(bob, Golden.HEADER + Golden.rows(0, 28_000, 28, "acme/premium", "0.01"));
    Driven billed = Driven.through(pipeline, bob, Driven.asking(QUESTION), NOW);

    assertThat(report(listed).warnings()).containsExactly(told);
    assertThat(listed.answer().response()).contains(told);
    assertThat(report(listed).gate().passed()).isTrue();
    assertThat(report(billed).warnings()).isEmpty();
  }

  @Test
  void windowOfSevenDaysIsMonthlyByItsDays() throws Exception {
    // 20 000 calls of 0.0035 are 70.00 in 7 days
    usage.csv(alice, Golden.premium(20_000, 7));

    Driven run = asked(QUESTION);

    assertThat(number(run, "spend")).isEqualByComparingTo("70");
    assertThat(run.answer().response()).contains("304.38 USD a month");
  }

  @Test
  void anAskedWindowIsTaken() throws Exception {
    usage.csv(alice, Golden.premium(28_000, 28));

    Driven run =
        Driven.through(
            pipeline,
            alice,
            Driven.asking(QUESTION, "supervisor", Map.of("time_range", "14d")),
            NOW);

    assertThat(number(run, "spend")).isEqualByComparingTo("49");
    assertThat(number(run, "window_days")).isEqualByComparingTo("14");
  }

  @Test
  void unknownModelsAreUnpricedAndTheirShareIsTold() throws Exception {
    String text = Golden.premium(27_000, 28);
    usage.csv(alice, text + Golden.rows(27_000, 3_000, 28, "mystery-model", ""));

    Driven run = asked(QUESTION);

    assertThat(number(run, "unpriced_share")).isEqualByComparingTo("0.1");
    assertThat(number(run, "spend")).isEqualByComparingTo("94.5");
    assertThat(run.answer().response()).contains("10.0 %");
  }

  @Test
  void whatWasBilledWinsOverTheCatalogue() throws Exception {
    usage.csv(alice, Golden.HEADER + Golden.rows(0, 2_000, 28, "mystery-model", "0.000000001"));

    Driven run = asked(QUESTION);

    assertThat(number(run, "spend")).isEqualByComparingTo("0.000002");
  }

  @Test
  void ag35TwoUsersSeeNothingOfEachOther() throws Exception {
    UserKey bob = TestUsers.add(store.store(), "bob");
    usage.csv(alice, Golden.premium(2_000, 28));
    usage.csv(bob, Golden.HEADER + Golden.rows(0, 1_000, 28, "acme/small", ""));

    Driven run = asked(QUESTION);

    assertThat(run.answer().response() + run.answer().result()).doesNotContain("acme/small");
    assertThat(number(run, "requests")).isEqualByComparingTo("2000");
  }

  @Test
  void ag16EveryFactHasATraceWhoseInputsExist() throws Exception {
    usage.csv(alice, Golden.premium(2_000, 28));

    Report report = report(asked(QUESTION));

    assertThat(report.facts())
        .isNotEmpty()
        .allSatisfy(
            fact -> {
              if (fact.source() instanceof FactSource.Derived derived) {
                assertThat(report.facts()).extracting(Fact::id).containsAll(derived.inputs());
              } else {
                assertThat(((FactSource.FromRows) fact.source()).watermark()).isEqualTo(1);
              }
            });
    assertThat(report.facts()).extracting(Fact::id).doesNotHaveDuplicates();
  }

  @Test
  void ag18TheSameRowsGiveTheSameBytes() throws Exception {
    usage.csv(alice, Golden.premium(2_000, 28));

    assertThat(asked(QUESTION).answer()).isEqualTo(asked(QUESTION).answer());
  }

  @Test
  void aNameInTheQuestionNarrowsTheRows() throws Exception {
    usage.csv(alice, Golden.premium(28_000, 28));

    Driven run = asked("How much do we spend on search?");

    assertThat(number(run, "spend")).isEqualByComparingTo("49");
    assertThat(run.answer().response()).contains("whose feature is `search`");
  }

  @Test
  void ag33HostileNamesComeBackAsData() throws Exception {
    String hostile = "x' or 1=1; drop table usage_rows --";
    usage.csv(alice, Golden.premium(2_800, 28).replace("search", hostile));

    Driven run = asked("How much do we spend on " + hostile + "?");

    assertThat(number(run, "requests")).isEqualByComparingTo("1400");
    assertThat(run.answer().response()).contains("`" + hostile + "`");
  }

  @Test
  void anIntentOfLaterIsAnalysedAndToldSo() throws Exception {
    usage.csv(alice, Golden.premium(2_000, 28));

    Driven run = asked("What changed in prices since March?");

    assertThat(run.answer().response()).contains("not part of this version").contains("7.00 USD");
  }

  @Test
  void tooFewRowsGiveGuidanceWithoutMoney() throws Exception {
    usage.csv(alice, Golden.premium(100, 28));

    Driven run = asked(QUESTION);

    assertThat(run.agents()).containsExactly("triage", "data_helper", "reporting");
    assertThat(run.answer().response()).doesNotContainPattern("\\d");
  }

  @Test
  void theDataAgentAnswersWithItsOwnResult() throws Exception {
    usage.csv(alice, Golden.premium(2_000, 28));

    Driven run = Driven.through(pipeline, alice, Driven.asking(QUESTION, "data", Map.of()), NOW);

    assertThat(run.agents()).containsExactly("triage", "data");
    DataResult result = new Results().read(run.answer().result(), DataResult.class);
    assertThat(result.totals().spend().amount()).isEqualByComparingTo("7");
    assertThat(run.answer().response()).contains("7.00 USD");
  }

  private Driven asked(String question) throws InterruptedException {
    return Driven.through(pipeline, alice, Driven.asking(question), NOW);
  }

  private static Report report(Driven run) {
    return new Results().read(run.answer().result(), Report.class);
  }

  private static BigDecimal number(Driven run, String fact) {
    return new Facts(report(run).facts()).number(fact);
  }
}
