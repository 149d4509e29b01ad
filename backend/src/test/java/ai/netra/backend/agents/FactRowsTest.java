package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.service.Fields;
import ai.netra.contract.list.Page;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Report;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H115: the rows behind a fact give the fact. */
class FactRowsTest {

  private static final long FIRST = 1_767_571_200; // 2026-01-05
  private static final int ROWS = 600;

  @TempDir Path folder;
  private OpenAgents agents;
  private Pipeline pipeline;
  private Driven run;
  private Report report;

  @BeforeEach
  void open() throws Exception {
    agents = OpenAgents.in(folder);
    pipeline =
        AgentsConfiguration.pipelineOf(agents.usage().usage(), agents.catalogues(), new Cubes());
    var _ = agents.usage().csv(agents.alice(), csv());
    run = agents.ask("What do I spend, and on what?");
    report = new Results().read(run.answer().result(), Report.class);
  }

  @AfterEach
  void close() throws Exception {
    agents.close();
  }

  /** Some rows have no feature, some end badly with a code or without one. */
  private static String csv() {
    StringBuilder text =
        new StringBuilder(
            "request_id,timestamp,model,input_tokens,output_tokens,feature,status,error_code,latency_ms\n");
    for (int i = 0; i < ROWS; i++) {
      String feature = i % 5 == 0 ? "" : i % 2 == 0 ? "search" : "chat";
      String status = i % 10 == 0 ? "error" : "ok";
      String code = i % 20 == 0 ? "overloaded" : "";
      text.append(
          "r%d,%d,acme/premium,%d,100,%s,%s,%s,%d\n"
              .formatted(
                  i, FIRST + i % 14 * 86_400L + i, 1_000 + i, feature, status, code, 100 + i));
    }
    return text.toString();
  }

  @Test
  void theirSpendAndNumberAreTheFacts() throws Exception {
    List<Fact> ofRows =
        report.facts().stream()
            .filter(fact -> fact.source() instanceof FactSource.FromRows)
            .filter(
                fact -> fact.name().matches("(?:error_|highest_)?spend.*|(?:requests|errors).*"))
            .filter(fact -> !fact.name().endsWith("_at"))
            .toList();

    assertThat(ofRows).hasSizeGreaterThan(8);
    for (Fact fact : ofRows) {
      List<Map<String, @Nullable Object>> rows = rows(fact.id());
      BigDecimal given =
          fact.name().contains("spend") ? spend(rows) : BigDecimal.valueOf(rows.size());
      assertThat(given).as(fact.name()).isEqualByComparingTo(fact.value().toString());
    }
  }

  @Test
  void aDerivedFactHasTheRowsOfItsInput() throws Exception {
    Facts facts = new Facts(report.facts());

    assertThat(rows(facts.get("monthly_spend").id())).isEqualTo(rows(facts.get("spend").id()));
  }

  @Test
  void whatTheUserSaidHasNoRowsAndAnUnknownFactIsNone() throws Exception {
    Driven grown = agents.ask("What if usage grows by 50 %?");
    Fact words =
        new Results()
            .read(grown.answer().result(), Report.class).facts().stream()
                .filter(fact -> fact.source() instanceof FactSource.FromUser)
                .findFirst()
                .orElseThrow();

    assertThat(pipeline.rowsBehind(run.state(), "f9999")).isEmpty();
    assertThat(page(pipeline.rowsBehind(grown.state(), words.id()).orElseThrow()).data()).isEmpty();
  }

  private List<Map<String, @Nullable Object>> rows(String id) throws InterruptedException {
    return page(pipeline.rowsBehind(run.state(), id).orElseThrow()).data();
  }

  private Page<Map<String, @Nullable Object>> page(Pipeline.RowsOfFact rows)
      throws InterruptedException {
    return agents
        .usage()
        .usage()
        .records(rows.at(), rows.catalogue(), rows.rows(), Fields.ofQuery(Map.of("limit", "1000")));
  }

  private static BigDecimal spend(List<Map<String, @Nullable Object>> rows) {
    return rows.stream()
        .map(row -> new BigDecimal(String.valueOf(row.get("spend_usd"))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
