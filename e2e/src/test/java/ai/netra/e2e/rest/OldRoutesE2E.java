package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
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
