package ai.netra.backend.edge;

import static ai.netra.backend.running.SocketClient.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The socket of the real service, seen from outside. */
class SocketIT {

  @TempDir static Path folder;
  private static TestIssuer issuer;
  private static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend =
        RunningBackend.ready(
            folder,
            issuer.url(),
            Map.of(
                "NETRA_BACKEND_LIMITS_MAX_SOCKETS", "3",
                "NETRA_BACKEND_LIMITS_BAD_TOKENS_PER_MINUTE", "600"));
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  @Test
  void aHeaderOpensTheSocketAndTheWelcomeIsItsFirstFrame() throws Exception {
    try (SocketClient client =
        SocketClient.open(
            backend,
            "",
            builder -> builder.header("Authorization", "bearer " + issuer.token("w1")))) {
      Map<String, Object> welcome = client.next();

      assertThat(welcome).containsEntry("type", "system_message");
      assertThat(data(welcome))
          .containsOnlyKeys(
              "event",
              "connection_ready",
              "connection_id",
              "user_id",
              "server_time",
              "revision",
              "environment",
              "trace_id",
              "token_expires_at",
              "cursor",
              "replaying",
              "active_runs",
              "config")
          .containsEntry("user_id", "w1")
          .containsEntry("replaying", false);
    }
  }

  @Test
  void aTokenEntryOpensItTooAndJwtAuthIsSelected() throws Exception {
    try (SocketClient client = SocketClient.open(backend, issuer.token("w2"))) {
      assertThat(client.subprotocol()).isEqualTo("jwt-auth");
      assertThat(client.next()).containsEntry("type", "system_message");
    }
  }

  @Test
  void theHeaderAloneDecidesWhereBothAreSent() throws Exception {
    assertDenied(
        builder ->
            builder
                .header("Authorization", "Bearer nonsense")
                .subprotocols("jwt-auth", SocketClient.protocol(issuer.token("w5"))),
        401,
        "AUTH_MALFORMED");
  }

  @Test
  void aHeaderThatDoesNotVerifyIsAnHttpAnswerWithItsOwnCode() throws Exception {
    assertDenied(bearer("a.b"), 401, "AUTH_MALFORMED");
    assertDenied(bearer(issuer.foreign("w9")), 401, "AUTH_INVALID_TOKEN");
    assertDenied(bearer(expired("w9")), 401, "AUTH_TOKEN_EXPIRED");
  }

  @Test
  void noCredentialsAreToldInOneFrameAndClosed() throws Exception {
    try (SocketClient client =
        SocketClient.open(backend, "?token=x", builder -> builder.subprotocols("jwt-auth"))) {
      Map<String, Object> error = client.next();

      assertThat(error).containsEntry("error_code", "AUTH_REQUIRED");
      assertThat((Map<?, ?>) error.get("details"))
          .extracting("offered")
          .isEqualTo(List.of("jwt-auth"));
      assertThat(client.closed())
          .isEqualTo(new SocketClient.Closed(1008, "Auth failed: no credentials"));
    }
  }

  @Test
  void aTokenEntryThatDoesNotVerifyIsToldAndItsTokenNeverRepeated() throws Exception {
    String token = issuer.foreign("w10");
    try (SocketClient client = SocketClient.open(backend, token)) {
      client.send("{\"type\":\"create_thread\"}");
      Map<String, Object> error = client.next();

      assertThat(error).containsEntry("error_code", "AUTH_INVALID_TOKEN");
      assertThat(error.toString()).doesNotContain(token.substring(token.length() - 20));
      assertThat(client.closed().reason()).isEqualTo("Auth failed: invalid token");
      assertThat(client.isSilent()).isTrue();
    }
  }

  @Test
  void aForeignOriginIsDenied() throws Exception {
    assertDenied(
        builder ->
            bearer(issuer.token("w16")).apply(builder).header("Origin", "https://evil.example"),
        403,
        "ORIGIN_NOT_ALLOWED");
  }

  @Test
  void withoutTheRightToReadNobodyConnects() throws Exception {
    String token = issuer.token("w17", claims -> claims.claim("permissions", List.of("write")));

    assertDenied(bearer(token), 403, "PERMISSION_DENIED");
  }

  @Test
  void oneSocketTooManyIsToldAndTheOthersStay() throws Exception {
    String token = issuer.token("w19");
    try (SocketClient first = SocketClient.open(backend, token);
        SocketClient second = SocketClient.open(backend, token);
        SocketClient third = SocketClient.open(backend, token)) {
      for (SocketClient open : List.of(first, second, third)) {
        open.next("system_message");
      }
      try (SocketClient fourth = SocketClient.open(backend, token)) {
        assertThat(fourth.next()).containsEntry("error_code", "SOCKET_LIMIT");
        assertThat(fourth.closed()).isEqualTo(new SocketClient.Closed(1013, "Socket limit"));
      }
      assertThat(first.send("{\"type\":\"ping\"}").next()).containsEntry("type", "pong");
    }
  }

  @Test
  void aPingIsAnsweredWithItsIdAndTimestamp() throws Exception {
    try (SocketClient client = welcomed("ping")) {
      Map<String, Object> pong =
          client.send("{\"type\":\"ping\",\"id\":7,\"timestamp\":\"later\"}").next();

      assertThat(pong).containsEntry("type", "pong").containsEntry("correlation_id", "7");
      assertThat(data(pong)).containsEntry("client_timestamp", "later");
    }
  }

  @Test
  void unknownAndMissingTypesAreAcknowledged() throws Exception {
    try (SocketClient client = welcomed("w107")) {
      client.send("{\"type\":\"dance\"}").send("{\"no_type\":true}").send("{\"type\":7}");

      assertThat(data(client.next()))
          .isEqualTo(Map.of("received_type", "dance", "status", "unknown_type"));
      assertThat(data(client.next())).containsEntry("received_type", null);
      assertThat(data(client.next())).containsEntry("received_type", 7);
    }
  }

  @Test
  void fiveBadFramesInARowCloseAndAGoodOneBetweenSaves() throws Exception {
    try (SocketClient client = welcomed("w108")) {
      for (int i = 0; i < 4; i++) {
        assertThat(client.send("{").next()).containsEntry("error_code", "INVALID_JSON");
      }
      client.send("{\"type\":\"ping\"}").next("pong");
      client.send("[]").send("{").sendBinary(new byte[3]).send("{").send("nope");

      assertThat(client.next()).containsEntry("error_code", "NOT_AN_OBJECT");
      assertThat(client.next()).containsEntry("error_code", "INVALID_JSON");
      assertThat(client.next()).containsEntry("error_code", "UNSUPPORTED_DATA");
      assertThat(client.closed()).isEqualTo(new SocketClient.Closed(1008, "Too many bad frames"));
    }
  }

  @Test
  void aFrameOf64KibibytesPassesOneMoreIsRefusedAndFourTimesAsMuchCloses() throws Exception {
    try (SocketClient client = welcomed("w98")) {
      assertThat(client.send(padded(65_536)).next()).containsEntry("type", "pong");
      assertThat(client.send(padded(65_537)).next()).containsEntry("error_code", "FRAME_TOO_LARGE");
      client.send(padded(262_145));
      assertThat(client.closed().code()).isEqualTo(1009);
    }
  }

  @Test
  void violationsNameEachFieldRuleAndValue() throws Exception {
    try (SocketClient client = welcomed("w109")) {
      Map<String, Object> error =
          client
              .send(
                  "{\"type\":\"start_agent\",\"id\":\"a\",\"payload\":{\"content\":\"\","
                      + "\"settings\":{\"timeout_seconds\":121}}}")
              .next();

      assertThat(error)
          .containsEntry("error_code", "VALIDATION_ERROR")
          .containsEntry("error_message", "content: 1 to 10000 characters, got 0")
          .containsEntry("correlation_id", "a");
      assertThat(((Map<?, ?>) SocketClient.member(error, "details")).get("violations"))
          .isEqualTo(
              List.of(
                  Map.of("field", "content", "rule", "1..10000 characters", "received", ""),
                  Map.of(
                      "field",
                      "settings.timeout_seconds",
                      "rule",
                      "integer 1..120",
                      "received",
                      "121")));
    }
  }

  @Test
  void threadsAreMadeAndToldOnEverySocketOfTheUserAlone() throws Exception {
    try (SocketClient one = welcomed("w68");
        SocketClient two = welcomed("w68");
        SocketClient stranger = welcomed("w68-stranger")) {
      one.send(
          "{\"type\":\"create_thread\",\"id\":\"c\",\"thread_id\":\"t1\",\"payload\":{\"title\":\"A\"}}");

      assertThat(one.next()).containsEntry("type", "thread_created").containsKey("cursor");
      assertThat(two.next()).containsEntry("type", "thread_created");
      one.send("{\"type\":\"get_thread_history\",\"thread_id\":\"t1\"}");
      assertThat(one.next()).containsEntry("type", "thread_history");
      stranger.send("{\"type\":\"get_thread_history\",\"thread_id\":\"t1\"}");
      assertThat(stranger.next()).containsEntry("error_code", "THREAD_NOT_FOUND");
    }
  }

  @Test
  void withoutTheRightToWriteNothingStarts() throws Exception {
    String token = issuer.token("w111", claims -> claims.claim("permissions", List.of("read")));
    try (SocketClient client = SocketClient.open(backend, token)) {
      client.next("system_message");

      assertThat(client.send("{\"type\":\"create_thread\"}").next())
          .containsEntry("error_code", "PERMISSION_DENIED");
    }
  }

  @Test
  void aRunIsAnsweredInOrderWithoutGapsAndResumedByCursor() throws Exception {
    String cursor;
    List<Object> seen;
    try (SocketClient client = welcomed("w36")) {
      client.send(
          "{\"type\":\"user_message\",\"client_message_id\":\"m1\",\"payload\":{\"content\":\"What do I spend?\"}}");
      Map<String, Object> created = client.next("thread_created");
      cursor = (String) created.get("cursor");
      seen = runFrames(client);
    }
    assertThat(seen.getFirst()).isEqualTo("1 message_received");
    assertThat(seen.get(1)).isEqualTo("2 agent_started");
    assertThat(seen.getLast().toString()).endsWith("agent_completed");
    try (SocketClient again =
        SocketClient.open(
            backend,
            "?cursor=" + cursor,
            builder ->
                builder.subprotocols("jwt-auth", SocketClient.protocol(issuer.token("w36"))))) {
      assertThat(data(again.next())).containsEntry("replaying", true);
      assertThat(runFrames(again)).isEqualTo(seen);
      assertThat(data(again.next("resumed"))).containsEntry("gap", false);
    }
  }

  @Test
  void aBadCursorIsRefusedAndTheSocketLives() throws Exception {
    try (SocketClient client = welcomed("w89")) {
      client.send("{\"type\":\"resume\",\"payload\":{\"cursor\":\"nonsense\"}}");
      assertThat(client.next()).containsEntry("error_code", "INVALID_CURSOR");
      assertThat(client.send("{\"type\":\"ping\"}").next()).containsEntry("type", "pong");
    }
  }

  @Test
  void anExpiringTokenIsToldRenewedAndElseCloses() throws Exception {
    String token =
        issuer.token(
            "w21", claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3))));
    try (SocketClient renewing = SocketClient.open(backend, token);
        SocketClient idle = SocketClient.open(backend, token)) {
      renewing.next("system_message");
      assertThat(data(renewing.next())).containsEntry("event", "token_expiring");
      renewing.send(
          "{\"type\":\"authenticate\",\"payload\":{\"token\":\"%s\"}}"
              .formatted(issuer.token("w21")));
      assertThat(data(renewing.next())).containsEntry("event", "token_renewed");

      assertThat(idle.closed())
          .isEqualTo(new SocketClient.Closed(1008, "Auth failed: Token expired"));
      assertThat(renewing.send("{\"type\":\"ping\"}").next()).containsEntry("type", "pong");
    }
  }

  @Test
  void anotherUsersTokenClosesAndABadOneLeavesTheOld() throws Exception {
    try (SocketClient client = welcomed("w27")) {
      client.send("{\"type\":\"authenticate\",\"payload\":{\"token\":\"x.y.z\"}}");
      assertThat(client.next()).containsEntry("error_code", "AUTH_MALFORMED");
      client.send(
          "{\"type\":\"authenticate\",\"payload\":{\"token\":\"%s\"}}"
              .formatted(issuer.token("w27-other")));
      assertThat(client.next()).containsEntry("error_code", "AUTH_INVALID_TOKEN");
      assertThat(client.closed().code()).isEqualTo(1008);
    }
  }

  @Test
  void aRevokedSessionClosesItsSockets() throws Exception {
    String token = issuer.token("w24");
    try (SocketClient client = SocketClient.open(backend, token)) {
      client.next("system_message");
      issuer.tell("\"kind\":\"session.revoked\",\"account_id\":\"w24\",\"sid\":\"sid-w24\"");

      assertThat(client.closed())
          .isEqualTo(new SocketClient.Closed(1008, "Auth failed: Token revoked"));
    }
    assertDenied(bearer(token), 401, "AUTH_TOKEN_REVOKED");
  }

  @Test
  void theSixthPingInASecondIsRefused() throws Exception {
    try (SocketClient client = welcomed("w103")) {
      for (int i = 0; i < 12; i++) {
        client.send("{\"type\":\"ping\"}");
      }
      List<Object> types =
          IntStream.range(0, 12).mapToObj(i -> type(client)).collect(Collectors.toList());

      assertThat(types.subList(0, 5)).containsOnly("pong");
      assertThat(types).contains("error_message");
    }
  }

  @Test
  void theLogHasHandshakeMessageAndCloseOfTheTraceAndNoToken() throws Exception {
    String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    String token = issuer.token("w31");
    SocketClient client =
        SocketClient.open(
            backend,
            "?cursor=secret-query",
            builder ->
                builder
                    .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId))
                    .header("Authorization", "Bearer " + token));
    client.next("system_message");
    client.send("{\"type\":\"ping\"}").next("pong");
    client.close();

    List<Map<String, Object>> lines =
        backend.awaitTrace(
            traceId, found -> found.stream().anyMatch(line -> "close".equals(line.get("socket"))));
    assertThat(lines).allSatisfy(line -> assertThat(line).containsEntry("revision", "dev"));
    assertThat(lines)
        .extracting(line -> line.get("socket"))
        .contains("handshake", "message", "close");
    assertThat(lines.getFirst()).containsEntry("parent_id", "00f067aa0ba902b7");
    assertThat(backend.log()).doesNotContain("secret-query").doesNotContain(token);
  }

  private static Object type(SocketClient client) {
    try {
      return SocketClient.member(client.next(), "type");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> runFrames(SocketClient client) throws InterruptedException {
    List<Object> frames = new ArrayList<>();
    while (true) {
      Map<String, Object> frame = client.next();
      if (frame.get("seq") != null) {
        frames.add(frame.get("seq") + " " + frame.get("type"));
        assertThat(frame).containsEntry("seq", frames.size());
      }
      if ("agent_completed".equals(frame.get("type"))) {
        return frames;
      }
    }
  }

  private static SocketClient welcomed(String user) throws InterruptedException {
    SocketClient client = SocketClient.open(backend, issuer.token(user));
    client.next("system_message");
    return client;
  }

  private static String expired(String user) {
    return issuer.token(
        user,
        claims ->
            claims
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().minusSeconds(60))));
  }

  private static String padded(int bytes) {
    String frame = "{\"type\":\"ping\",\"padding\":\"%s\"}";
    return frame.formatted("x".repeat(bytes - frame.length() + 2));
  }

  private static UnaryOperator<WebSocket.Builder> bearer(String token) {
    return builder -> builder.header("Authorization", "Bearer " + token);
  }

  private static void assertDenied(UnaryOperator<WebSocket.Builder> how, int status, String code)
      throws Exception {
    HttpResponse<?> answer = denied(how);
    String traceId = answer.headers().firstValue("X-Trace-Id").orElseThrow();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(backend.awaitTrace(traceId, lines -> !lines.isEmpty()).getFirst())
        .containsEntry("socket", "handshake")
        .containsEntry("error_code", code)
        .containsEntry("status", status);
  }

  private static HttpResponse<?> denied(UnaryOperator<WebSocket.Builder> how) {
    Throwable thrown = catchThrowable(() -> SocketClient.open(backend, "", how));
    if (thrown != null && thrown.getCause() instanceof WebSocketHandshakeException denied) {
      return denied.getResponse();
    }
    throw new AssertionError("the handshake was not denied", thrown);
  }
}
