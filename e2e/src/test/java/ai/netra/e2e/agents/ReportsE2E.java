package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Facts;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.GoldenRows;
import ai.netra.e2e.support.GoldenRows.Row;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Reports as they are kept, listed and exported. */
@ExtendWith(People.class)
@Tag("p4")
@Tag("area:answers")
class ReportsE2E {

  private static final Map<String, Object> QUESTION =
      Map.of("agent_type", "supervisor", "content", "How can I save?");

  @Test
  @DisplayName("W43 The result of a run is the report that HTTP serves")
  void resultIsTheReport(Identity ann) {
    importSome(ann);
    JsonNode run = Chat.execute(ann, QUESTION);
    Answer report = Rest.backend().as(ann).get("/api/reports/" + run.at("/report_id").asString());
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.json()).isEqualTo(run.at("/result"));
    assertThat(report.text("/object")).isEqualTo("report");
    assertThat(report.text("/run_id")).isEqualTo(run.at("/run_id").asString());
    assertThat(report.text("/thread_id")).isEqualTo(run.at("/thread_id").asString());
    assertThat(report.text("/kind")).isEqualTo("full");
  }

  @Test
  @DisplayName("W44 A frame without room for the whole report names it, and HTTP has the facts")
  void frameNamesTheReport(Identity ann) {
    importSome(ann);
    Frame last;
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      last = Chat.ask(socket, Chat.message("How can I save?")).getLast();
    }
    JsonNode report =
        Rest.backend().as(ann).get("/api/reports/" + last.text("/data/report_id")).json();
    Facts.of(report).holdEveryNumberOf(last.text("/data/response"));
    assertThat(last.at("/data/gate/passed").asBoolean()).isTrue();
    assertThat(last.at("/data/gate/failed").size()).isZero();
    assertThat(last.text("/data/result/summary")).isEqualTo(report.at("/summary").asString());
  }

  @Test
  @DisplayName("H124 The exports hold the same numbers, the run's identity and its labels")
  void exportsAgree(Identity ann) {
    importSome(ann);
    JsonNode run = Chat.execute(ann, QUESTION);
    String path = "/api/reports/" + run.at("/report_id").asString() + "/export?format=";
    Rest client = Rest.backend().as(ann);
    Answer json = client.get(path + "json");
    Answer markdown = client.get(path + "md");
    Answer html = client.get(path + "html");
    Answer tables = client.get(path + "csv");
    assertThat(json.json()).isEqualTo(run.at("/result"));
    for (Answer text : List.of(markdown, html)) {
      assertThat(text.status()).isEqualTo(200);
      assertThat(text.header("Content-Disposition")).startsWith("attachment");
      assertThat(text.body())
          .contains("67.50 USD", "60.08", run.at("/run_id").asString(), "golden-1", "real");
    }
    // a zip whose files are stored as they are
    assertThat(tables.header("Content-Type")).isEqualTo("application/zip");
    assertThat(tables.header("Content-Disposition")).contains(".zip");
    assertThat(tables.body())
        .startsWith("PK")
        .contains("facts.csv", "spend,67.5", "spend_1.csv", "67.50 USD", "recommendations.csv")
        .contains(run.at("/run_id").asString(), "golden-1", "real");
    assertThat(html.body()).contains("<svg").doesNotContain("<script", "http://", "https://");
    assertThat(client.get(path + "html").body()).isEqualTo(html.body());
    assertThat(client.get(path + "pdf").refusal()).isEqualTo("422 VALIDATION_ERROR");
  }

  @Test
  @DisplayName("AG63 Each number of a section stands where it says, and opens its own fact's trace")
  void numbersOpenTheirTrace(Identity ann) {
    importSome(ann);
    JsonNode report = Chat.execute(ann, QUESTION).at("/result");
    String page =
        Rest.backend()
            .as(ann)
            .get("/api/reports/" + report.at("/id").asString() + "/export?format=html")
            .body();
    JsonNode summary = report.at("/sections/0");
    int[] text = summary.at("/markdown").asString().codePoints().toArray();

    assertThat(summary.at("/numbers").size()).isGreaterThan(5);
    for (JsonNode place : summary.at("/numbers")) {
      String words = new String(text, place.at("/at").asInt(), place.at("/length").asInt());
      String id = place.at("/fact").asString();
      Facts.of(report).only(id).holdEveryNumberOf(words);
      assertThat(page)
          .contains("<a href=\"#" + id + "\">" + words + "</a>", "<tr id=\"" + id + "\">");
    }
  }

  @Test
  @DisplayName("H127 A deleted report is gone, for its owner too")
  void deletedIsGone(Identity ann) {
    importSome(ann);
    String id = Chat.execute(ann, QUESTION).at("/report_id").asString();
    Rest client = Rest.backend().as(ann);
    Answer before = client.get("/api/reports");
    assertThat(client.delete("/api/reports/" + id).status()).isEqualTo(204);
    assertThat(Json.texts(before.json().at("/data"), "/id")).containsExactly(id);
    assertThat(before.json().at("/data/0").has("sections")).isFalse();
    assertThat(client.get("/api/reports/" + id).refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(client.get("/api/reports").json().at("/data").size()).isZero();
  }

  /** 5 000 classifications of 5 000 in and 100 out: 67.50 USD. */
  private static void importSome(Identity owner) {
    Usage.importLarge(
        owner, GoldenRows.csv(5_000, i -> Row.of(i, "acme/premium", 5_000, 100, "classification")));
  }
}
