package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Facts;
import ai.netra.e2e.support.GoldenRows;
import ai.netra.e2e.support.GoldenRows.Row;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Golden files of known savings, each to the cent, with no other strategy advised. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:answers")
class GoldenSetsE2E {

  private static final String QUESTION = "How can I save?";
  private static final String PREMIUM = "acme/premium";

  @Test
  @DisplayName("AG20 Without rows the answer is guidance with the four required fields, no number")
  void empty(Identity ann) {
    JsonNode run = Chat.execute(ann, asking(List.of()));

    assertThat(run.at("/result/kind").asString()).isEqualTo("guidance");
    assertThat(run.at("/result/facts").size()).isZero();
    assertThat(run.at("/result/gate/passed").asBoolean()).isTrue();
    assertThat(run.at("/response").asString())
        .doesNotContainPattern("\\d")
        .contains("`timestamp`", "`model`", "`input_tokens`", "`output_tokens`");
  }

  @Test
  @DisplayName("AG46 Of 350.00 spent on requests of which 40 % repeat, a cache saves 140.00")
  void dup(Identity ann) {
    Usage.importLarge(
        ann,
        GoldenRows.csv(
            100_000,
            i -> {
              Row row = Row.of(i, PREMIUM, 1_000, 100, "generation");
              return i < 60_000 ? row : row.repeating(i - 60_000);
            }));

    JsonNode report = Chat.execute(ann, asking(List.of())).at("/result");
    assertThat(Facts.of(report).number("spend")).isEqualByComparingTo("350");
    assertThat(Facts.of(report).number("saving[S1]")).isEqualByComparingTo("140");
    assertThat(Facts.of(report).number("saving")).isEqualByComparingTo("140");
    assertThat(strategies(report)).containsExactly("S1");
    assertThat(report.at("/actions/0/settings/ttl_seconds").asInt()).isEqualTo(3_600);
  }

  @Test
  @DisplayName("AG46 Of 484.50 spent, routing the 70 % of requests that are simple saves 84.105")
  void route(Identity ann) {
    Usage.importLarge(
        ann,
        GoldenRows.csv(
            100_000,
            i ->
                i % 10 < 7
                    ? Row.of(i, PREMIUM, 500, 10, "classification")
                    : Row.of(i, PREMIUM, 2_000, 800, "generation")));

    JsonNode report = Chat.execute(ann, asking(List.of())).at("/result");
    assertThat(Facts.of(report).number("spend")).isEqualByComparingTo("484.5");
    assertThat(Facts.of(report).number("saving[S3]")).isEqualByComparingTo("84.105");
    assertThat(strategies(report)).containsExactly("S3");
    assertThat(report.at("/actions/0/settings/routes/0/to").asString()).isEqualTo("acme/small");
  }

  @Test
  @DisplayName("AG46 Of 1 428.00 spent, half of it in the background, batch saves 321.30")
  void batch(Identity ann) {
    Usage.importLarge(
        ann,
        GoldenRows.csv(
            56_000,
            i -> {
              Row row = Row.of(i, "bravo/large", 6_000, 500, "summarisation");
              return i % 2 == 0 ? row.background() : row;
            }));

    JsonNode report = Chat.execute(ann, asking(List.of("bravo"))).at("/result");
    assertThat(Facts.of(report).number("spend")).isEqualByComparingTo("1428");
    assertThat(Facts.of(report).number("saving[S4]")).isEqualByComparingTo("321.3");
    assertThat(strategies(report)).containsExactly("S4");
  }

  @Test
  @DisplayName("AG46 Of 375.00 spent, 25.00 on calls that ran out of time, 17.50 are avoidable")
  void retry(Identity ann) {
    Usage.importLarge(
        ann,
        GoldenRows.csv(
            110_000,
            i ->
                i < 100_000
                    ? Row.of(i, PREMIUM, 1_000, 100, "generation")
                    : Row.of(i, PREMIUM, 1_000, 0, "generation").timedOut()));

    JsonNode report = Chat.execute(ann, asking(List.of())).at("/result");
    assertThat(Facts.of(report).number("spend")).isEqualByComparingTo("375");
    assertThat(Facts.of(report).number("wasted_spend")).isEqualByComparingTo("25");
    assertThat(Facts.of(report).number("saving[S7]")).isEqualByComparingTo("17.5");
    assertThat(strategies(report)).containsExactly("S7");
  }

  @Test
  @DisplayName("AG47 Strategies together save 277.9553 of 350.00, and never their sum of 389.55")
  void mix(Identity ann) {
    Usage.importLarge(ann, GoldenRows.csv(100_000, GoldenSetsE2E::mixed));

    JsonNode run = Chat.execute(ann, asking(List.of("acme")));
    Facts facts = Facts.of(run.at("/result"));
    assertThat(facts.number("saving[S3]")).isEqualByComparingTo("218.05");
    assertThat(facts.number("saving[S1]")).isEqualByComparingTo("52.78");
    assertThat(facts.number("saving[S4]")).isEqualByComparingTo("7.1253");
    assertThat(facts.number("saving")).isEqualByComparingTo("277.9553");
    assertThat(facts.number("saving_low")).isEqualByComparingTo("262.7009");
    assertThat(facts.number("saving_high")).isEqualByComparingTo("282.716");
    assertThat(strategies(run.at("/result"))).containsExactly("S3", "S1", "S4");
    assertThat(run.toString()).doesNotContain("389.55", "427.");
  }

  /** 70 % simple, 40 % repeats, 20 % in the background: a digit of the number for each. */
  private static Row mixed(int i) {
    String taskClass = i % 10 < 7 ? "classification" : "generation";
    Row row = Row.of(i, PREMIUM, 1_000, 100, taskClass);
    Row urgent = i / 100 % 5 == 0 ? row.background() : row;
    return i / 10 % 10 < 6 ? urgent : urgent.repeating(i - 60);
  }

  @Test
  @DisplayName("AG35 Of two users with names and prices of their own, neither sees the other's")
  void tenants(Identity ann, Identity bob) {
    Usage.importLarge(
        ann, GoldenRows.csv(20_000, i -> Row.of(i, PREMIUM, 5_000, 100, "classification")));
    Usage.importLarge(
        bob,
        GoldenRows.csv(20_000, i -> Row.of(i, "bravo/large", 7_000, 300, "summarisation"))
            .replace(",shop,", ",bobs-cellar,"));

    JsonNode hers = Chat.execute(ann, asking(List.of()));
    JsonNode his = Chat.execute(bob, asking(List.of()));
    String reportId = his.at("/report_id").asString();
    assertThat(Facts.of(hers.at("/result")).number("spend")).isEqualByComparingTo("270");
    assertThat(Facts.of(his.at("/result")).number("spend")).isEqualByComparingTo("510");
    assertThat(hers.toString()).doesNotContain("bobs-cellar", "bravo/large", "510.00");
    assertThat(his.toString()).doesNotContain("`shop`", "270.00");
    assertThat(Rest.backend().as(ann).get("/api/reports/" + reportId).status()).isEqualTo(404);
    Answer reports = Rest.backend().as(ann).get("/api/reports");
    assertThat(Json.texts(reports.listed(), "/id"))
        .containsExactly(hers.at("/report_id").asString());
    assertThat(reports.body()).doesNotContain("bobs-cellar");
  }

  private static Map<String, Object> asking(List<String> providers) {
    return Map.of(
        "agent_type",
        "supervisor",
        "content",
        QUESTION,
        "context",
        Map.of("constraints", Map.of("providers", providers)));
  }

  private static List<String> strategies(JsonNode report) {
    return Json.texts(report.at("/recommendations"), "/strategy");
  }
}
