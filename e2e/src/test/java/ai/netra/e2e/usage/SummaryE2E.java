package ai.netra.e2e.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sums over usage, compared with sums made by hand. Prices are those of the test catalogue. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:analytics")
class SummaryE2E {

  @Test
  @DisplayName("H114 The summary equals sums made by hand")
  void totalsEqualHandMade(Identity ann) {
    Usage.importCsv(ann, mixed());
    JsonNode summary = summary(ann, "");

    assertThat(summary.at("/rows").asInt()).isEqualTo(1_000);
    assertThat(summary.at("/input_tokens").asLong()).isEqualTo(600L * 1_000 + 400L * 500);
    assertThat(summary.at("/output_tokens").asLong()).isEqualTo(600L * 100 + 400L * 10);
    assertThat(summary.at("/spend_usd").decimalValue())
        .isEqualByComparingTo(
            new BigDecimal("0.0035")
                .multiply(new BigDecimal(600))
                .add(new BigDecimal("0.000081").multiply(new BigDecimal(400))));
  }

  @Test
  @DisplayName("H114 Groups by model equal sums made by hand, shares sum to 1")
  void groupsEqualHandMade(Identity ann) {
    Usage.importCsv(ann, mixed());
    JsonNode groups = summary(ann, "&group_by=model").at("/groups");

    assertThat(Json.texts(groups, "/key/model")).containsExactly("acme/premium", "acme/small");
    assertThat(Json.texts(groups, "/rows")).containsExactly("600", "400");
    assertThat(groups.at("/0/spend_usd").decimalValue()).isEqualByComparingTo("2.1");
    assertThat(groups.at("/1/spend_usd").decimalValue()).isEqualByComparingTo("0.0324");
    assertThat(
            groups.at("/0/share_of_spend").asDouble() + groups.at("/1/share_of_spend").asDouble())
        .isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  @DisplayName("H114 A filter narrows every sum")
  void filterNarrows(Identity ann) {
    Usage.importCsv(ann, mixed());
    JsonNode summary = summary(ann, "&feature=routing");

    assertThat(summary.at("/rows").asInt()).isEqualTo(400);
    assertThat(summary.at("/spend_usd").decimalValue()).isEqualByComparingTo("0.0324");
  }

  @Test
  @DisplayName("H114 A series by day has every day, empty ones as 0")
  void seriesHasEveryDay(Identity ann) {
    List<String> rows = new ArrayList<>();
    rows.add(Usage.row(1, 0, "acme/small", "search", 10, 10));
    rows.add(Usage.row(2, 2, "acme/small", "search", 10, 10));
    Usage.importCsv(ann, Usage.csv(rows));
    JsonNode series =
        Rest.backend()
            .as(ann)
            .get("/api/usage/summary?from=2026-01-05&to=2026-01-09&bucket=day")
            .json()
            .at("/series");

    assertThat(Json.texts(series, "/rows")).containsExactly("1", "0", "1", "0");
  }

  @Test
  @DisplayName("AG32 Percentiles are nearest rank")
  void percentilesAreNearestRank(Identity ann) {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      rows.add(
          "r-%d,2026-01-05T00:00:%02dZ,acme/small,search,shop,10,10,%d,ok"
              .formatted(i, i % 60, i * 10));
    }
    Usage.importCsv(ann, Usage.csv(rows));
    JsonNode latency = summary(ann, "").at("/latency_ms");

    assertThat(latency.at("/n").asInt()).isEqualTo(100);
    assertThat(latency.at("/p50").asInt()).isEqualTo(500);
    assertThat(latency.at("/p95").asInt()).isEqualTo(950);
    assertThat(latency.at("/p99").asInt()).isEqualTo(990);
  }

  @Test
  @DisplayName("AG42 A model without a price is unpriced and shown, and totals are without it")
  void unpricedIsShown(Identity ann) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      rows.add(Usage.row(i, 0, "acme/premium", "search", 1_000, 100));
    }
    for (int i = 90; i < 100; i++) {
      rows.add(Usage.row(i, 0, "nobody/unknown", "search", 1_000, 100));
    }
    Usage.importCsv(ann, Usage.csv(rows));
    JsonNode summary = summary(ann, "");

    assertThat(summary.at("/unpriced_rows").asInt()).isEqualTo(10);
    assertThat(summary.at("/unpriced_tokens").asLong()).isEqualTo(11_000);
    assertThat(summary.at("/spend_usd").decimalValue()).isEqualByComparingTo("0.315");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group_by=colour",
        "bucket=year",
        "from=yesterday",
        "from=2026-02-01&to=2026-01-01"
      })
  @DisplayName("H12 A bad question is 422 with its field")
  void badQuestionIs422(String query) {
    Identity ann = Identity.fresh();
    Answer answer = Rest.backend().as(ann).get("/api/usage/summary?" + query);

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isNotBlank();
  }

  @Test
  @DisplayName("AG33 A hostile name comes back as data")
  void hostileNameIsData(Identity ann) {
    String name = "x'); drop table usage; --";
    Usage.importCsv(ann, Usage.csv(List.of(Usage.row(1, 0, "acme/small", name, 10, 10))));

    assertThat(Json.texts(summary(ann, "&group_by=feature").at("/groups"), "/key/feature"))
        .containsExactly(name);
  }

  @Test
  @DisplayName("H120 Deletion of all usage needs its word")
  void deletionNeedsItsWord(Identity ann) {
    Usage.importCsv(ann, Usage.csv(20, 1, "acme/small", "search", 10, 10));
    Answer without =
        Rest.backend().as(ann).send("DELETE", "/api/usage", "{\"confirmation\":\"yes\"}");
    Answer with =
        Rest.backend().as(ann).send("DELETE", "/api/usage", "{\"confirmation\":\"DELETE\"}");

    assertThat(without.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(with.json().at("/rows_deleted").asInt()).isEqualTo(20);
    assertThat(summary(ann, "").at("/rows").asInt(-1)).isZero();
  }

  /** 600 rows of (1 000, 100) on premium at 0.0035, 400 of (500, 10) on small at 0.000081. */
  private static String mixed() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      rows.add(Usage.row(i, i % 14, "acme/premium", "search", 1_000, 100));
    }
    for (int i = 600; i < 1_000; i++) {
      rows.add(Usage.row(i, i % 14, "acme/small", "routing", 500, 10));
    }
    return Usage.csv(rows);
  }

  private static JsonNode summary(Identity owner, String more) {
    return Rest.backend()
        .as(owner)
        .get("/api/usage/summary?from=2026-01-01&to=2026-03-01" + more)
        .json();
  }
}
