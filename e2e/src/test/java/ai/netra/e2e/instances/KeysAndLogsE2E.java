package ai.netra.e2e.instances;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Instance;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a backend answers that cannot have the issuer's keys, and what each writes to its log. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:start-up")
class KeysAndLogsE2E {

  private static final String OTHER_KEY =
      "{\"alg\":\"ES256\",\"kid\":\"of-tomorrow\",\"typ\":\"at+jwt\"}";

  @Test
  @DisplayName("H28 Where the key of a token cannot be had it is 503, W14 or 1013, and never 401")
  void withoutTheKeyNobodyCanTell(Identity ann) {
    Instance backend = Instance.of("backend").calling("auth", "NETRA_BACKEND_AUTH_URL").start();
    backend.refuse("auth");
    String unknown = Tokens.withHeader(ann.accessToken(), OTHER_KEY);
    Answer refused =
        Await.until(
            "a look for the key, 10 s after the one of the start",
            () -> backend.rest().bearer(unknown).get("/api/threads"),
            answer -> answer.status() == 503);
    Handshake.Outcome.Refused handshake = Handshake.bearer(unknown).at(backend.url()).refused();
    WebSocketClient accepted = Handshake.subprotocol(unknown).at(backend.url()).open();
    Frame told = accepted.next();

    assertThat(refused.refusal()).isEqualTo("503 AUTH_UNAVAILABLE");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(handshake.refusal()).isEqualTo("503 AUTH_UNAVAILABLE");
    assertThat(told.text("/error_code")).isEqualTo("AUTH_UNAVAILABLE");
    assertThat(accepted.closed()).isEqualTo(new WebSocketClient.Closed(1013, "Auth unavailable"));
    assertThat(backend.rest().as(ann).get("/api/threads").listed()).isEmpty();
  }

  @Test
  @DisplayName("H61 Live is 200 while the backend waits for auth, and its start tells the phase")
  void liveInEveryPhase() {
    Instance backend = Instance.of("backend").calling("auth", "NETRA_BACKEND_AUTH_URL").begin();
    backend.refuse("auth");
    Answer waiting =
        Await.until(
            "an answer of the phase that waits for auth",
            () -> backend.rest().tryGet("/health/live"),
            answer -> answer.status() == 200);
    Answer starting = backend.rest().get("/health/startup");
    backend.heal("auth");
    backend.awaitReady();
    Answer ready = backend.rest().get("/health/live");

    assertThat(waiting.text("/status")).isEqualTo("healthy");
    assertThat(starting.status()).isEqualTo(503);
    assertThat(starting.json().at("/phases").size()).isPositive();
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.text("/status")).isEqualTo("healthy");
  }

  @Test
  @DisplayName("H31 A request is one line of the log, with the caller's trace and the revision")
  void aRequestIsOneLine(Identity ann) {
    Instance backend = Instance.of("backend").start();
    Answer answer =
        backend.rest().as(ann).header("X-Request-ID", "e2e-one-line").get("/api/threads");
    List<JsonNode> lines = lines(backend, "request_id", "e2e-one-line");

    assertThat(answer.listed()).isEmpty();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().at("/trace_id").asString()).isEqualTo(answer.header("X-Trace-Id"));
    assertThat(lines.getFirst().at("/revision").asString())
        .isEqualTo(answer.header("X-Netra-Revision"));
    assertThat(lines.getFirst().at("/user_id").asString()).isEqualTo(ann.userId());
    assertThat(lines.getFirst().at("/status").asInt()).isEqualTo(200);
  }

  @Test
  @DisplayName("H32 The log holds no body, no token and no query")
  void theLogIsSilent(Identity ann) {
    Instance backend = Instance.of("backend").start();
    Answer made =
        backend.rest().as(ann).post("/api/threads", "{\"title\":\"a-title-that-nobody-logs\"}");
    Answer found = backend.rest().as(ann).get("/api/threads?q=a-title-that");
    String log = backend.output();

    assertThat(Json.texts(found.listed(), "/title")).containsExactly("a-title-that-nobody-logs");
    assertThat(log).contains(made.text("/id"));
    assertThat(log).doesNotContain("a-title-that", ann.accessToken(), "q=");
  }

  @Test
  @DisplayName("W112 A refused message is one line of the log, with the trace that the client sees")
  void aRefusalIsOneLine(Identity ann) {
    Instance backend = Instance.of("backend").start();
    WebSocketClient socket = WebSocketClient.of(ann, backend.url());
    Frame refused =
        socket
            .send("{\"type\":\"start_agent\",\"id\":\"m1\",\"payload\":{\"content\":\"\"}}")
            .await("error_message");
    socket.close();
    List<JsonNode> lines = lines(backend, "error_code", "VALIDATION_ERROR");

    assertThat(refused.text("/error_code")).isEqualTo("VALIDATION_ERROR");
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().at("/trace_id").asString()).isEqualTo(refused.text("/trace_id"));
    assertThat(lines.getFirst().at("/type").asString()).isEqualTo("start_agent");
  }

  /** The lines of its log where a key has a value; a line is written after its answer. */
  private static List<JsonNode> lines(Instance backend, String key, String value) {
    return Await.until(
        "a line with " + key + " " + value,
        () ->
            backend
                .output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Json::read)
                .filter(line -> line.at("/" + key).asString("").equals(value))
                .toList(),
        lines -> !lines.isEmpty());
  }
}
