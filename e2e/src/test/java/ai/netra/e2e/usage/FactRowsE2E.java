package ai.netra.e2e.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From a number of an answer to the rows that it was computed from. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:usage")
class FactRowsE2E {

  @Test
  @DisplayName("H115 The rows behind a fact sum up to it, whatever it is of")
  void rowsGiveTheFact(Identity ann) {
    JsonNode run = asked(ann);

    List.of(
            "spend",
            "monthly_spend",
            "spend[model=acme/small]",
            "spend[feature=search]",
            "highest_spend")
        .forEach(name -> give(ann, run, name));
  }

  private static void give(Identity ann, JsonNode run, String name) {
    JsonNode fact = fact(run, name);
    JsonNode spend = name.equals("monthly_spend") ? fact(run, "spend") : fact;
    List<JsonNode> rows = rows(ann, run, fact.at("/id").asString());

    assertThat(rows).as(name).isNotEmpty();
    assertThat(
            rows.stream()
                .map(row -> row.at("/spend_usd").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .as(name)
        .isEqualByComparingTo(spend.at("/value").decimalValue());
    assertThat(rows).as(name).hasSize(fact(run, name).at("/source/rows").asInt(rows.size()));
  }

  @Test
  @DisplayName("H115 The rows stay those of the run when others were imported since")
  void rowsArePinned(Identity ann) {
    JsonNode run = asked(ann);
    String spend = fact(run, "spend").at("/id").asString();
    List<JsonNode> before = rows(ann, run, spend);
    Usage.importCsv(ann, Usage.csv(List.of(Usage.row(9_000, 3, "acme/premium", "late", 9, 9))));
    List<JsonNode> after = rows(ann, run, spend);

    assertThat(after).isEqualTo(before).hasSize(1_000);
  }

  @Test
  @DisplayName("H160 Another's run has no facts for anybody else, and an unknown fact is 404")
  void foreignRun(Identity ann, Identity bob) {
    JsonNode run = asked(ann);
    String query = query(run, "f1");
    Answer his = Rest.backend().as(bob).get(query);
    Answer none = Rest.backend().as(ann).get(query(run, "f99999"));

    assertThat(his.refusal()).isEqualTo("404 RUN_NOT_FOUND");
    assertThat(none.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(none.text("/details/resource")).isEqualTo("fact");
  }

  @Test
  @DisplayName("H12 A fact without its run, and a run without a fact, are 422")
  void oneWithoutTheOther(Identity ann) {
    Rest client = Rest.backend().as(ann);
    Answer fact = client.get("/api/usage/records?fact=f1");
    Answer run = client.get("/api/usage/records?run_id=run_1");

    assertThat(fact.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(Json.texts(fact.json().at("/details/violations"), "/field"))
        .containsExactly("run_id");
    assertThat(run.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(Json.texts(run.json().at("/details/violations"), "/field")).containsExactly("fact");
  }

  /** 1 000 calls of two models and two features over 10 days, and what is asked of them. */
  private static JsonNode asked(Identity owner) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String model = i % 3 == 0 ? "acme/premium" : "acme/small";
      lines.add(Usage.row(i, i % 10, model, i % 2 == 0 ? "search" : "chat", 1_000 + i % 300, 100));
    }
    Usage.importCsv(owner, Usage.csv(lines));
    return Chat.execute(
        owner,
        Map.of(
            "agent_type",
            "supervisor",
            "content",
            "What do I spend, and on what?",
            "settings",
            Map.of("time_range", "10d")));
  }

  /** All pages. */
  private static List<JsonNode> rows(Identity owner, JsonNode run, String fact) {
    List<JsonNode> rows = new ArrayList<>();
    String token = "";
    do {
      String page = token.isEmpty() ? "" : "&page_token=" + token;
      Answer answer = Rest.backend().as(owner).get(query(run, fact) + "&limit=400" + page);
      if (answer.status() != 200) {
        throw new AssertionError("rows: " + answer.status() + " " + answer.body());
      }
      answer.json().at("/data").forEach(rows::add);
      token = answer.json().at("/has_more").asBoolean() ? answer.text("/next_page_token") : "";
    } while (!token.isEmpty());
    return rows;
  }

  private static String query(JsonNode run, String fact) {
    return "/api/usage/records?run_id=" + run.at("/run_id").asString() + "&fact=" + fact;
  }

  private static JsonNode fact(JsonNode run, String name) {
    return StreamSupport.stream(run.at("/result/facts").spliterator(), false)
        .filter(fact -> fact.at("/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + name));
  }
}
