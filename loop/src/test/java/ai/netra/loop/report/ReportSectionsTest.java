package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A section holds what the records give, or says why it holds nothing. */
class ReportSectionsTest {

  private final CycleReport report = SmallRun.report();

  @Test
  void aSectionWithoutRecordsAndWithoutAReasonCannotBeMade() {
    assertThatThrownBy(() -> Section.empty("causes", "Causes", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everySectionStandsInEveryReport() {
    assertThat(report.sections())
        .extracting(Section::id)
        .containsExactly(
            "result",
            "steps",
            "commands",
            "tests",
            "failures",
            "changes",
            "evidence",
            "credentials",
            "services",
            "causes",
            "fixes",
            "performance",
            "value_at_risk",
            "before_after",
            "blockers",
            "next",
            "timeline");
  }

  @Test
  void aMeasureIsMetMissedOrWithoutData() {
    List<String> rows = rows("performance");
    assertThat(rows.get(0))
        .startsWith("read|api GET /items/{id}|p95|5.00 ms|1|4.00 ms|4.00 ms|4.00 ms|met");
    assertThat(rows.get(1)).contains("|0|no data|no data|no data|no data|");
  }

  @Test
  void theTermsOfTheValueAtRiskAreShown() {
    assertThat(rows("value_at_risk"))
        .containsExactly("P1|1000 USD|a contract|1|2|500.00 USD|1000 USD");
  }

  @Test
  void aTestThatIsNotProvedIsGroupedByWhatItLacks() {
    assertThat(rows("failures"))
        .containsExactly("unproven: part 3 wire missing: no call <seen>|1|" + SmallRun.NASTY);
  }

  @Test
  void theTimelineSaysWhenATestAskedWhat() {
    assertThat(rows("timeline"))
        .containsExactly("5.00 ms – 9.00 ms|call|api|GET /items/1?x=1|200|0 / 0|");
  }

  @Test
  void theJsonFormatHasTheMembersOfReportJsonAndTheSections() {
    JsonNode json = ReportJson.MAPPER.readTree(report.text(RunReports.Format.JSON));
    assertThat(json.path("verdict").asString()).isEqualTo("stopped");
    assertThat(json.path("tests").path("counts").path("unproven").asInt()).isEqualTo(1);
    assertThat(json.path("sections").size()).isEqualTo(17);
    assertThat(json.at("/sections/5/empty_because").asString()).contains("one cycle");
  }

  private List<String> rows(String id) {
    return report.sections().stream()
        .filter(it -> it.id().equals(id))
        .flatMap(it -> it.blocks().stream())
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .flatMap(it -> it.rows().stream())
        .map(it -> String.join("|", it.values().stream().map(Value::text).toList()))
        .toList();
  }
}
