package ai.netra.backend.edge;

import static ai.netra.backend.running.SocketClient.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.netra.backend.running.SocketClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who gets a socket of the real service, and for how long. */
final class HandshakeIT extends OnSockets {

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

  private static String expired(String user) {
    return issuer.token(
        user,
        claims ->
            claims
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().minusSeconds(60))));
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
