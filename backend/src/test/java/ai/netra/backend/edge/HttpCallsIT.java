package ai.netra.backend.edge;

import static ai.netra.backend.running.RunningBackend.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.SocketClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the real service does for those who signed in. */
final class HttpCallsIT extends OnHttp {

  @Test
  void eachBadTokenHasItsCode() throws Exception {
    assertThat(code(get("/api/threads", "x"))).isEqualTo("AUTH_MALFORMED");
    assertThat(code(get("/api/threads", issuer.foreign("h20")))).isEqualTo("AUTH_INVALID_TOKEN");
    assertThat(code(get("/api/threads", issuer.unknownKey("h20")))).isEqualTo("AUTH_INVALID_TOKEN");
    assertThat(code(get("/api/threads", issuer.typed("h20", "JWT"))))
        .isEqualTo("AUTH_INVALID_TOKEN");
    assertThat(
            code(get("/api/threads", issuer.token("h27", claims -> claims.claim("cnf", Map.of())))))
        .isEqualTo("AUTH_INVALID_TOKEN");
  }

  @Test
  void anUnknownKeyFetchesAtMostOnceInTenSeconds() throws Exception {
    int before = issuer.keyFetches();
    for (int i = 0; i < 5; i++) {
      var _ = get("/api/threads", issuer.unknownKey("storm"));
    }

    assertThat(issuer.keyFetches() - before).isLessThanOrEqualTo(1);
  }

  @Test
  void readAloneWritesNothingAndSaysWhatWould() throws Exception {
    String token = issuer.token("h23", claims -> claims.claim("permissions", List.of("read")));
    HttpResponse<String> answer = post("/api/threads", token, "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("details")).isEqualTo(Map.of("needs", "write"));
  }

  @Test
  void badJsonAnArrayAndAWrongTypeAreTheClientsMistakes() throws Exception {
    String token = issuer.token("h11");

    assertThat(code(post("/api/threads", token, "{"))).isEqualTo("INVALID_JSON");
    assertThat(code(post("/api/threads", token, "[]"))).isEqualTo("NOT_AN_OBJECT");
    assertThat(
            code(
                backend.send(
                    bearer(token, "/api/threads")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x")))))
        .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(code(post("/api/threads", token, "{\"title\":\"" + "x".repeat(1_100_000) + "\"}")))
        .isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAgainAndAnotherBodyConflicts() throws Exception {
    String token = issuer.token("h41");
    HttpResponse<String> first = keyed(token, "k1", "{\"title\":\"one\"}");
    HttpResponse<String> again = keyed(token, "k1", "{\"title\":\"one\"}");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(stored(first)).contains("entity=thread");
    assertThat(stored(again)).isEqualTo("[]");
    assertThat(code(keyed(token, "k1", "{\"title\":\"two\"}"))).isEqualTo("IDEMPOTENCY_CONFLICT");
    assertThat(keyed(issuer.token("h45"), "k1", "{\"title\":\"two\"}").statusCode()).isEqualTo(201);
  }

  @Test
  void theRateHeadersCountDown() throws Exception {
    HttpResponse<String> answer = get("/api/threads", issuer.token("h47"));

    assertThat(remaining(answer))
        .isLessThan(Long.parseLong(answer.headers().firstValue("X-RateLimit-Limit").orElseThrow()));
  }

  @Test
  void aTraceGoesOnIntoOneLineWithRouteStatusAndWhatWasStored() throws Exception {
    String traceId = "11112f3577b34da6a3ce929d0e0e4736";
    HttpResponse<String> answer =
        backend.send(
            bearer(issuer.token("h31"), "/api/threads?secret=query")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"hidden title\"}")));

    assertThat(answer.headers().firstValue("X-Trace-Id")).contains(traceId);
    List<Map<String, Object>> lines = backend.awaitTrace(traceId, found -> !found.isEmpty());
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .containsEntry("route", "/api/threads")
        .containsEntry("method", "POST")
        .containsEntry("status", 201)
        .containsEntry("parent_id", "00f067aa0ba902b7")
        .containsEntry("user_id", "h31");
    assertThat(SocketClient.member(lines.getFirst(), "stored").toString())
        .contains("entity=thread");
    assertThat(backend.log()).doesNotContain("secret=query").doesNotContain("hidden title");
  }

  @Test
  void aRunsStreamHasTheSocketsFramesAndEnds() throws Exception {
    String token = issuer.token("h53");
    try (SocketClient client = SocketClient.open(backend, token)) {
      client.next("system_message");
      HttpResponse<String> stream =
          backend.send(
              bearer(token, "/api/chat/stream")
                  .header("Content-Type", "application/json")
                  .header("Accept", "text/event-stream")
                  .POST(BodyPublishers.ofString("{\"content\":\"What do I spend?\"}")));

      assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(stream.body())
          .contains("event: message_received")
          .contains("event: agent_completed");
      Map<String, Object> received = client.next("message_received");
      assertThat(stream.body()).contains("id: " + received.get("cursor"));
    }
  }

  @Test
  void aStreamNotTakenIsRefusedOnPostAndFiniteOnGet() throws Exception {
    String token = issuer.token("h59");

    assertThat(
            code(
                backend.send(
                    bearer(token, "/api/chat/stream")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString("{\"content\":\"a\"}")))))
        .isEqualTo("NOT_ACCEPTABLE");
    assertThat(json(get("/api/events/stream", token)))
        .containsEntry("accept", "text/event-stream")
        .containsKeys("cursor", "active_runs");
  }

  private static HttpResponse<String> keyed(String token, String key, String body)
      throws Exception {
    return backend.send(
        bearer(token, "/api/threads")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String stored(HttpResponse<String> answer) throws Exception {
    String traceId = answer.headers().firstValue("X-Trace-Id").orElseThrow();
    List<Map<String, Object>> lines = backend.awaitTrace(traceId, found -> !found.isEmpty());
    return SocketClient.member(lines.getFirst(), "stored").toString();
  }

  private static long remaining(HttpResponse<String> answer) {
    return Long.parseLong(answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
  }

  private static Object code(HttpResponse<String> answer) {
    Object code = json(answer).get("error_code");
    if (code == null) {
      throw new AssertionError("no refusal: " + answer.body());
    }
    return code;
  }

  private static HttpResponse<String> post(String path, String token, String body)
      throws Exception {
    return backend.send(
        bearer(token, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
