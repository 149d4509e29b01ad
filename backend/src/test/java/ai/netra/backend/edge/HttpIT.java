package ai.netra.backend.edge;

import static ai.netra.backend.running.RunningBackend.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import ai.netra.contract.route.BackendRoutes;
import ai.netra.contract.route.Route;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP of the real service, seen from outside. */
class HttpIT {

  @TempDir static Path folder;
  private static TestIssuer issuer;
  private static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend = RunningBackend.ready(folder, issuer.url(), Map.of());
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nope, 404, NOT_FOUND",
    "DELETE, /version, 405, METHOD_NOT_ALLOWED",
    "GET, /api/threads, 401, AUTH_REQUIRED",
    "POST, /api/threads, 401, AUTH_REQUIRED",
    "GET, /ws, 426, UPGRADE_REQUIRED",
    "GET, /a/%2e%2e/b, 400, BAD_PATH",
    "GET, /a%2fb, 400, BAD_PATH",
    "GET, /etc/passwd, 404, NOT_FOUND",
    "GET, /api/discovery/services/none, 404, NOT_FOUND"
  })
  void aRefusalHasTheOneBodyAndItsHeaders(String method, String path, int status, String code)
      throws Exception {
    HttpResponse<String> answer =
        backend.send(backend.request(path).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer))
        .containsOnlyKeys(
            "error", "error_code", "message", "details", "trace_id", "request_id", "timestamp")
        .containsEntry("error_code", code);
    assertThat(answer.headers().firstValue("X-Trace-Id"))
        .contains(SocketClient.member(json(answer), "trace_id").toString());
    assertThat(answer.headers().firstValue("X-Netra-Revision")).contains("dev");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%s HTTP/1.1, 9000, 414, URI_TOO_LONG",
    "'GET / HTTP/1.1\r\nX-Long: %s', 20000, 431, HEADERS_TOO_LARGE",
    "nonsense%s, 3, 400, BAD_REQUEST",
    "GET /version?%sz=%%zz HTTP/1.1, 1, 400, BAD_REQUEST",
    "GET //%s HTTP/1.1, 3, 400, BAD_PATH",
    "GET /%s%%zz HTTP/1.1, 3, 400, BAD_PATH",
    "GET /version HTTP/9.%s, 1, 400, BAD_REQUEST",
    "'GET /version HTTP/1.1\r\nHost: b%s', 1, 400, BAD_REQUEST"
  })
  void whatTheParserRefusesHasTheBodyToo(String head, int length, int status, String code)
      throws Exception {
    String answer = raw(head.formatted("x".repeat(length)) + "\r\nHost: a\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\"error_code\":\"" + code);
  }

  @Test
  void theServedDocumentHasEveryRouteAndNoOther() throws Exception {
    Map<?, ?> paths = (Map<?, ?>) SocketClient.member(json(backend.get("/openapi.json")), "paths");

    assertThat(paths.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(
            BackendRoutes.ALL.stream().map(Route::path).distinct().toList());
  }

  @Test
  void aTrailingSlashAnswersAsWithoutIt() throws Exception {
    assertThat(backend.get("/version/").body()).isEqualTo(backend.get("/version").body());
  }

  @Test
  void headAnswersAsGetWithoutABody() throws Exception {
    HttpResponse<String> head = backend.send(backend.request("/version").HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aWrongMethodNamesTheRightOnes() throws Exception {
    HttpResponse<String> answer = backend.send(backend.request("/version").DELETE());

    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

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
  void aFailedLoginNamesTheResourceMetadata() throws Exception {
    assertThat(backend.get("/api/threads").headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer realm=\"netra\"")
        .contains("/.well-known/oauth-protected-resource");
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
  void aPreflightOfAForeignOriginIsRefused() throws Exception {
    assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
    assertThat(
            preflight("http://localhost:8000").headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:8000");
  }

  @Test
  void theRateHeadersCountDown() throws Exception {
    String token = issuer.token("h47");
    long first = remaining(get("/api/threads", token));

    assertThat(remaining(get("/api/threads", token))).isLessThan(first);
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

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return backend.send(
        backend
            .request("/api/threads")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody()));
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

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return backend.send(bearer(token, path));
  }

  private static HttpResponse<String> post(String path, String token, String body)
      throws Exception {
    return backend.send(
        bearer(token, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder bearer(String token, String path) {
    return backend.request(path).header("Authorization", "Bearer " + token);
  }

  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket("localhost", backend.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
