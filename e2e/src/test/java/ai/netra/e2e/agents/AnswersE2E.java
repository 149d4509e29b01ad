package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the answers say, and that their numbers were computed. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:answers")
class AnswersE2E {

  private static final String QUESTION = "What do I spend, and on what?";
  private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d\\h]*(?:\\.\\d+)?)\\h?USD");

  @Test
  @DisplayName("AG1 A message with data gives the events of a run, in order")
  void messageWithDataRuns(Identity ann) {
    Usage.importCsv(ann, Usage.csv(1_500, 14, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      List<String> types = frames.stream().map(Frame::type).toList();

      assertThat(types).startsWith("message_received", "agent_started").endsWith("agent_completed");
      assertThat(types.stream().filter("agent_thinking"::equals).count()).isGreaterThanOrEqualTo(2);
      assertThat(frames.get(1).text("/data/message")).contains("1 500").contains("14 days");
    }
  }

  @Test
  @DisplayName(
      "AG16 The spend that is told equals the sum made by hand, and its trace names the query")
  void spendEqualsHandMade(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    JsonNode spend = fact(ask(ann).at("/facts"), "spend");

    assertThat(spend.at("/value").decimalValue()).isEqualByComparingTo(new BigDecimal("7"));
    assertThat(spend.at("/unit").asString()).isEqualTo("usd");
    assertThat(spend.at("/label").asString()).isEqualTo("real");
    assertThat(spend.at("/source/type").asString()).isEqualTo("from_rows");
    assertThat(spend.at("/source/query").asString()).isEqualTo("Q1");
    assertThat(spend.at("/source/rows").asInt()).isEqualTo(2_000);
  }

  @Test
  @DisplayName("AG45 A monthly amount is the window's spend times 30.4375 by its days")
  void monthlyNamesItsWindow(Identity ann) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 1_400; i++) {
      rows.add(Usage.row(i, i % 7, "acme/premium", "search", 20_000, 0));
    }
    Usage.importCsv(ann, Usage.csv(rows));
    JsonNode facts = ask(ann).at("/facts");

    assertThat(fact(facts, "spend").at("/value").decimalValue()).isEqualByComparingTo("70");
    assertThat(
            fact(facts, "monthly_spend")
                .at("/value")
                .decimalValue()
                .setScale(2, java.math.RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("304.38");
  }

  @Test
  @DisplayName("W44 Every amount of money in the response is one of its facts")
  void everyAmountIsAFact(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    Frame last;
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      last = Chat.ask(socket, Chat.message(QUESTION)).getLast();
    }
    List<BigDecimal> facts =
        StreamSupport.stream(last.at("/data/result/facts").spliterator(), false)
            .filter(fact -> fact.at("/value").isNumber())
            .map(fact -> fact.at("/value").decimalValue())
            .toList();
    List<BigDecimal> amounts = amounts(last.text("/data/response"));

    assertThat(amounts).isNotEmpty();
    assertThat(amounts)
        .allMatch(
            amount ->
                facts.stream()
                    .anyMatch(
                        fact ->
                            fact.setScale(amount.scale(), java.math.RoundingMode.HALF_EVEN)
                                    .compareTo(amount)
                                == 0));
  }

  @Test
  @DisplayName("AG20 Without rows the answer is guidance: the required fields, no amount")
  void noRowsGiveGuidance(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame last = Chat.ask(socket, Chat.message("How can I save?")).getLast();

      assertThat(last.text("/data/result/kind")).isEqualTo("guidance");
      assertThat(last.text("/data/response"))
          .contains("timestamp", "model", "input_tokens", "output_tokens");
      assertThat(last.text("/data/response")).doesNotContainPattern("\\$ ?\\d|\\d ?USD");
      assertThat(last.at("/data/result/missing_data").size()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  @DisplayName("AG41 An answer with listed prices warns that they are to be checked before use")
  void listedPricesAreToBeChecked(Identity ann) {
    Usage.importCsv(ann, Usage.csv(1_000, 7, "acme/premium", "search", 1_000, 100));
    JsonNode result = ask(ann);

    assertThat(result.at("/warnings/0").asString())
        .startsWith("The prices are those of the catalogue")
        .endsWith("which are to be checked before use.");
    assertThat(result.at("/sections/1/markdown").asString())
        .contains(result.at("/warnings/0").asString());
  }

  @Test
  @DisplayName("AG56 A question whose plan comes later is analysed, and the answer says so")
  void laterPlanIsSaid(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame last = Chat.ask(socket, Chat.message("What changed in prices since March?")).getLast();

      assertThat(last.type()).isEqualTo("agent_completed");
      assertThat(fact(last.at("/data/result/facts"), "spend").at("/value").decimalValue())
          .isEqualByComparingTo("7");
      assertThat(last.at("/data/result").toString()).contains("not part of this version");
    }
  }

  @Test
  @DisplayName("AG42 Unpriced tokens are told with their share")
  void unpricedShareIsTold(Identity ann) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String model = i % 10 == 0 ? "nobody/unknown" : "acme/premium";
      rows.add(Usage.row(i, i % 10, model, "search", 1_000, 100));
    }
    Usage.importCsv(ann, Usage.csv(rows));
    JsonNode result = ask(ann);

    assertThat(result.at("/data_used/unpriced_share").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(result.toString()).contains("nobody/unknown");
  }

  @Test
  @DisplayName("H137 A tool executes with checked arguments and gives the same totals")
  void toolExecutes(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    Rest client = Rest.backend().as(ann);
    Answer answer =
        client.post(
            "/api/tools/execute",
            "{\"tool_name\":\"usage_summary\",\"arguments\":{\"window\":{\"from\":\"2026-01-05\",\"to\":\"2026-01-19\"}}}");
    Answer bad =
        client.post(
            "/api/tools/execute",
            "{\"tool_name\":\"usage_summary\",\"arguments\":{\"window\":{\"from\":5}}}");

    assertThat(answer.text("/status")).isEqualTo("completed");
    assertThat(fact(answer.json().at("/result/facts"), "spend").at("/value").decimalValue())
        .isEqualByComparingTo("7");
    assertThat(bad.refusal()).isEqualTo("422 VALIDATION_ERROR");
  }

  @Test
  @DisplayName(
      "H137 The tools that are listed have schemas, and an unknown one is 422 with those that are known")
  void toolsAreListed(Identity ann) {
    Rest client = Rest.backend().as(ann);
    Answer list = client.get("/api/tools");
    Answer unknown =
        client.post("/api/tools/execute", "{\"tool_name\":\"oracle\",\"arguments\":{}}");

    assertThat(Json.texts(list.json().at("/data"), "/name"))
        .contains(
            "usage_profile",
            "usage_summary",
            "usage_breakdown",
            "usage_series",
            "latency_stats",
            "error_stats");
    assertThat(list.json().at("/data/0/parameters").isObject()).isTrue();
    assertThat(unknown.refusal()).isEqualTo("422 TOOL_NOT_FOUND");
    assertThat(unknown.json().at("/details/known").toString()).contains("usage_summary");
  }

  private static JsonNode ask(Identity somebody) {
    try (WebSocketClient socket = WebSocketClient.of(somebody)) {
      return Chat.ask(socket, Chat.message(QUESTION)).getLast().at("/data/result");
    }
  }

  private static JsonNode fact(JsonNode facts, String name) {
    return StreamSupport.stream(facts.spliterator(), false)
        .filter(fact -> fact.at("/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + name + " in " + facts));
  }

  private static List<BigDecimal> amounts(String text) {
    return AMOUNT
        .matcher(text)
        .results()
        .map(match -> new BigDecimal(match.group(1).replaceAll("\\h", "")))
        .toList();
  }
}
