package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs that were started over HTTP: waiting for them, leaving them, settings, their messages. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:agents")
class WaitingE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("H81 Whoever does not wait gets 202 and the run, which ends all the same")
  void withoutWaitingItIs202(Identity ann) {
    Usage.importLarge(ann, Usage.csv(20_000, 20, "acme/premium", "search", 1_000, 100));
    Rest client = Rest.backend().as(ann);
    Answer started =
        client.post(
            "/api/agents/execute",
            Json.write(Map.of("content", QUESTION, "agent_type", "supervisor", "wait_seconds", 0)));
    Answer ended = ended(client, started.text("/id"));

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location")).isEqualTo("/api/runs/" + started.text("/id"));
    assertThat(started.text("/state")).isIn("queued", "running");
    assertThat(ended.text("/state")).isEqualTo("completed");
    assertThat(ended.text("/response")).contains("USD");
  }

  @Test
  @DisplayName("H57 Losing a stream cancels nothing")
  void aLostStreamCancelsNothing(Identity ann) {
    Rest client = Rest.backend().as(ann);
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      client.header("Accept", "text/event-stream").leave("/api/chat/stream", body(QUESTION));
      Frame last = socket.await(Frame::endsRun);
      Answer run = client.get("/api/runs/" + last.runId());

      assertThat(last.type()).isEqualTo("agent_completed");
      assertThat(run.text("/state")).isEqualTo("completed");
      assertThat(run.json().at("/last_seq").asLong()).isEqualTo(last.seq());
    }
  }

  @Test
  @DisplayName("H102 A message is not deleted while its run is unfinished, and then it is")
  void amessageOfAnUnfinishedRunStays(Identity ann) {
    Usage.importLarge(ann, Usage.csv(20_000, 20, "acme/premium", "search", 1_000, 100));
    Rest client = Rest.backend().as(ann);
    List<Answer> sent = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sent.add(
          client.post(
              "/api/chat/messages", Json.write(Map.of("thread_id", "t-1", "content", QUESTION))));
    }
    String path = "/api/chat/messages/" + sent.getLast().text("/message/id");
    Answer early = client.delete(path);
    ended(client, sent.getLast().text("/run/id"));
    Answer late = client.delete(path);
    Answer gone = client.get(path);

    assertThat(early.refusal()).isEqualTo("409 CONFLICT");
    assertThat(late.status()).isEqualTo(204);
    assertThat(gone.refusal()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  @DisplayName("H46 A call that failed may be tried again under its key")
  void aFailedCallMayBeTriedAgain(Identity ann) {
    Rest client = Rest.backend().as(ann).header("Idempotency-Key", "k-1");
    Answer failed = client.post("/api/threads", "{\"title\":7}");
    Answer again = client.post("/api/threads", "{\"title\":\"seven\"}");
    Answer replayed = client.post("/api/threads", "{\"title\":\"seven\"}");

    assertThat(failed.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEmpty();
    assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(replayed.text("/id")).isEqualTo(again.text("/id"));
    assertThat(replayed.text("/title")).isEqualTo("seven");
  }

  @ParameterizedTest(name = "H75 What goes in and comes out of {0} fits the schemas of its card")
  @ValueSource(strings = {"triage", "data", "data_helper", "optimization", "actions", "reporting"})
  void cardsFit(String agent, Identity ann) {
    Usage.importCsv(ann, Usage.csv(1_500, 14, "acme/premium", "search", 1_000, 100));
    Rest client = Rest.backend().as(ann);
    JsonNode card = client.get("/api/agents/discovery").listed();
    String body = body(QUESTION);
    Answer answer = client.post("/api/agents/" + agent, body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(violations(card, agent, "/input_schema", Json.read(body))).isEmpty();
    assertThat(violations(card, agent, "/output_schema", answer.json().at("/result"))).isEmpty();
    assertThat(answer.text("/agent_type")).isEqualTo(agent);
  }

  @Test
  @DisplayName("W51 Each field of settings takes effect: data set, window, assumptions")
  void settingsTakeEffect(Identity ann) {
    Usage.importCsv(ann, Usage.csv(1_000, 28, "acme/premium", "search", 1_000, 100));
    Answer other =
        Usage.send(
            ann,
            "/api/usage/imports?dataset=other",
            "text/csv",
            Usage.csv(1_200, 28, "acme/small", "chat", 1_000, 100)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Usage.finished(ann, other);
    Map<String, Object> settings =
        Map.of("dataset", "other", "time_range", "7d", "assumptions", Map.of("escalation", 0.5));
    Answer answer =
        Rest.backend()
            .as(ann)
            .post(
                "/api/agents/execute",
                Json.write(
                    Map.of(
                        "content",
                        "How can I save?",
                        "agent_type",
                        "supervisor",
                        "settings",
                        settings)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/result/data_used/dataset")).isEqualTo("other");
    assertThat(answer.text("/result/data_used/from")).isEqualTo("2026-01-26");
    assertThat(answer.text("/result/data_used/to")).isEqualTo("2026-02-02");
    assertThat(answer.json().at("/result/data_used/rows").asInt()).isBetween(290, 310);
  }

  private static List<com.networknt.schema.Error> violations(
      JsonNode cards, String agent, String schema, JsonNode value) {
    for (JsonNode card : cards) {
      if (card.at("/name").asString().equals(agent)) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(card.at(schema))
            .validate(value);
      }
    }
    throw new AssertionError("no card of " + agent + " in " + cards);
  }

  private static Answer ended(Rest client, String run) {
    return Await.until(
        "the end of " + run,
        () -> client.get("/api/runs/" + run),
        answer -> List.of("completed", "failed", "cancelled").contains(answer.text("/state")));
  }

  private static String body(String content) {
    return Json.write(Map.of("content", content));
  }
}
