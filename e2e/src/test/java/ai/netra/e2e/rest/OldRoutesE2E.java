package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes of the original: those that are left out, and the other names of those that stayed. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:rest")
class OldRoutesE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @ParameterizedTest(name = "H17 {0} {1} is left out: 404 with and without a token")
  @CsvSource({
    "GET, /ws/test",
    "GET, /ws/isolated",
    "GET, /ws/beacon",
    "GET, /ws/stats",
    "POST, /api/mcp",
    "POST, /api/agent/message",
    "GET, /api/chat/agents/status",
    "GET, /api/agents/data/circuit_breaker/status",
    "POST, /api/circuit-breakers/reset",
    "GET, /api/messages",
    "GET, /api/threads/t-1/analytics",
    "GET, /api/events/info",
    "POST, /api/events/test",
    "GET, /api/metrics/summary",
    "GET, /api/system/info",
    "GET, /api/monitoring/dashboard",
    "GET, /api/factory-status",
    "GET, /api/supply/models",
    "POST, /api/demo/run",
    "GET, /api/llm-cache/stats",
    "POST, /api/synthetic-data",
    "GET, /api/admin/settings",
    "POST, /api/users/change-password",
    "GET, /api/users/api-keys",
    "POST, /api/v1/auth/login",
    "POST, /auth/login",
    "POST, /test/reset",
    "POST, /api/test/token"
  })
  void leftOut(String method, String path, Identity ann) {
    String body = method.equals("POST") ? "{}" : "";
    Answer without = Rest.backend().send(method, path, body);
    Answer with = Rest.backend().as(ann).send(method, path, body);

    assertThat(without.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(with.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(with.text("/message")).contains(path).isEqualTo(without.text("/message"));
  }

  @ParameterizedTest(name = "H18 {0} answers as {1}")
  @CsvSource({
    "/api/health/live, /health/live, /status",
    "/api/health/ready, /health/ready, /phase",
    "/api/health/startup, /health/startup, /phases/0/name",
    "/api/version, /version, /revision",
    "/api/agents/list, /api/agents, /data/0/name",
    "/api/discovery/agents, /api/agents/discovery, /data/0/name"
  })
  void otherNameOfAGet(String old, String canonical, String field) {
    Answer wanted = Rest.backend().get(canonical);
    Answer answer = Rest.backend().get(old);

    assertThat(answer.status()).isEqualTo(200).isEqualTo(wanted.status());
    assertThat(answer.text(field)).isNotEmpty().isEqualTo(wanted.text(field));
  }

  @Test
  @DisplayName("H18 PUT of a thread changes it as PATCH does")
  void putActsAsPatch(Identity ann) {
    Rest client = Rest.backend().as(ann);
    Answer made = client.post("/api/threads", "{\"title\":\"before\",\"metadata\":{\"a\":1}}");
    Answer put = client.send("PUT", "/api/threads/" + made.text("/id"), "{\"title\":\"after\"}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text("/title")).isEqualTo("after");
    assertThat(put.json().at("/metadata/a").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("H18 /api/agents/cancel acts as /api/agents/stop, and fields have their old names")
  void cancelActsAsStop(Identity ann) {
    String run;
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      run = Chat.ask(socket, Chat.message(QUESTION)).getLast().runId();
    }
    Rest client = Rest.backend().as(ann);
    Answer stop = client.post("/api/agents/stop", "{\"run_id\":\"" + run + "\"}");
    Answer cancel = client.post("/api/agents/cancel", "{\"run_id\":\"" + run + "\"}");

    assertThat(stop.refusal()).isEqualTo("409 RUN_FINISHED");
    assertThat(cancel.refusal()).isEqualTo("409 RUN_FINISHED");
    assertThat(cancel.text("/message")).isEqualTo(stop.text("/message"));
  }

  @ParameterizedTest(name = "H18 Over HTTP {0} means content, and {1} the agent")
  @CsvSource({"user_request, agent", "message, agent_name", "text, type", "query, agent"})
  void oldFields(String content, String agent, Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .post(
                "/api/agents/execute",
                "{\"%s\":\"%s\",\"%s\":\"triage\"}".formatted(content, QUESTION, agent));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/agent_type")).isEqualTo("triage");
    assertThat(answer.text("/response")).isNotBlank();
  }
}
