package ai.netra.e2e.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Handshake.Outcome;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody shows who they are when a socket opens, and what is no credential. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:connection")
class CredentialsE2E {

  @Test
  @DisplayName("W1 A Bearer header opens the socket, and the welcome is its first frame")
  void bearerHeaderOpens(Identity ann) {
    try (WebSocketClient socket = Handshake.bearer(ann.accessToken()).open()) {
      Frame first = socket.next();

      assertThat(first.type()).isEqualTo("system_message");
      assertThat(first.text("/data/event")).isEqualTo("connection_established");
      assertThat(first.text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "="})
  @DisplayName("W2 A jwt. entry opens the socket too, with and without padding")
  void subprotocolEntryOpens(String padding) {
    Identity ann = Identity.fresh();
    String encoded = Tokens.paddedTo(padding, ann.accessToken());
    Handshake handshake =
        Handshake.plain().header("Sec-WebSocket-Protocol", "jwt-auth, jwt." + encoded);

    try (WebSocketClient socket = handshake.open()) {
      assertThat(socket.welcome().text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @Tag("subprotocol")
  @DisplayName("W3 Two subprotocol lines are one list")
  void twoLinesAreOneList(Identity ann) {
    Handshake handshake =
        Handshake.plain()
            .header("Sec-WebSocket-Protocol", "jwt-auth")
            .header("Sec-WebSocket-Protocol", "jwt." + Handshake.encoded(ann.accessToken()));

    Outcome.Opened opened = (Outcome.Opened) handshake.connect();
    try (WebSocketClient socket = opened.socket()) {
      assertThat(opened.subprotocol()).isEqualTo("jwt-auth");
      assertThat(socket.welcome().text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @Tag("subprotocol")
  @DisplayName("W4 jwt-auth is selected where offered, a token entry never")
  void onlyJwtAuthIsSelected(Identity ann) {
    Handshake tokenAlone =
        Handshake.plain()
            .header("Sec-WebSocket-Protocol", "jwt." + Handshake.encoded(ann.accessToken()));

    Outcome.Opened offered = (Outcome.Opened) Handshake.subprotocol(ann.accessToken()).connect();
    Outcome.Opened alone = (Outcome.Opened) tokenAlone.connect();
    try (WebSocketClient first = offered.socket();
        WebSocketClient second = alone.socket()) {
      assertThat(offered.subprotocol()).isEqualTo("jwt-auth");
      assertThat(alone.subprotocol()).isEmpty();
      assertThat(first.welcome().text("/data/user_id")).isEqualTo(ann.userId());
      assertThat(second.welcome().text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @Tag("subprotocol")
  @DisplayName("W4 A client that checks the selected subprotocol as browsers do stays connected")
  void browserStaysConnected(Identity ann) {
    try (WebSocketClient socket = Handshake.subprotocol(ann.accessToken()).openAsBrowser()) {
      assertThat(socket.welcome().text("/data/user_id")).isEqualTo(ann.userId());
      Frame pong = socket.send(Map.of("type", "ping", "timestamp", 7)).await("pong");

      assertThat(pong.at("/data/client_timestamp").asInt()).isEqualTo(7);
    }
  }

  @Test
  @Tag("subprotocol")
  @DisplayName("W10 Such a client with a bad token is told the reason, not 1006")
  void browserIsToldTheReason(Identity ann) {
    String spoilt = Tokens.broken("ill-signed", ann.accessToken());
    try (WebSocketClient socket = Handshake.subprotocol(spoilt).openAsBrowser()) {
      assertThat(socket.next().text("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
      assertThat(socket.closed())
          .isEqualTo(new WebSocketClient.Closed(1008, "Auth failed: invalid token"));
    }
  }

  @Test
  @DisplayName("W5 With both credentials the header alone decides")
  void headerDecides(Identity ann) {
    Outcome.Refused refused =
        Handshake.subprotocol(ann.accessToken())
            .header("Authorization", "Bearer nonsense")
            .refused();

    assertThat(refused.refusal()).isEqualTo("401 AUTH_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "cookie", "X-E2E-Test", "X-User-Id"})
  @DisplayName("W6 Query tokens, cookies and test headers sign nobody in")
  void nothingElseIsACredential(String kind) {
    Identity ann = Identity.fresh();
    Handshake handshake =
        switch (kind) {
          case "query" -> Handshake.plain().target("/ws?token=" + ann.accessToken());
          case "cookie" -> Handshake.plain().header("Cookie", "access_token=" + ann.accessToken());
          case "X-E2E-Test" -> Handshake.plain().header("X-E2E-Test", "true");
          default -> Handshake.plain().header(kind, ann.userId());
        };

    try (WebSocketClient socket = handshake.open()) {
      assertThat(socket.next().text("/error_code")).isEqualTo("AUTH_REQUIRED");
      assertThat(socket.closed().code()).isEqualTo(1008);
    }
  }

  @Test
  @DisplayName("W20 The welcome has every field, config the limits that hold")
  void welcomeIsWhole(Identity ann) {
    try (WebSocketClient socket = Handshake.bearer(ann.accessToken()).open()) {
      Frame welcome = socket.next();

      assertThat(welcome.at("/data").propertyNames())
          .containsExactlyInAnyOrderElementsOf(
              List.of(
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
                  "config"));
      assertThat(welcome.at("/data/connection_ready").asBoolean()).isTrue();
      assertThat(welcome.at("/data/replaying").asBoolean()).isFalse();
      assertThat(welcome.at("/data/config/max_frame_bytes").asInt()).isEqualTo(65_536);
      assertThat(welcome.at("/data/config/max_message_chars").asInt()).isEqualTo(10_000);
      assertThat(welcome.at("/data/config/max_sockets").asInt()).isEqualTo(20);
      assertThat(welcome.at("/data/config/messages_per_minute").asInt()).isEqualTo(300);
    }
  }
}
