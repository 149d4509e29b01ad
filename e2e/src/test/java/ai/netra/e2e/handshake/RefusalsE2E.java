package ai.netra.e2e.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Handshake.Outcome;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handshake that must not succeed gets. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:connection")
class RefusalsE2E {

  @Test
  @DisplayName("W7 A plain GET is 426 and names the protocol")
  void plainGetIsUpgradeRequired(Identity ann) {
    var answer = Rest.backend().as(ann).get("/ws");

    assertThat(answer.refusal()).isEqualTo("426 UPGRADE_REQUIRED");
    assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
  }

  @Test
  @DisplayName("W7 A handshake of another version is 426")
  void otherVersionIsUpgradeRequired(Identity ann) {
    Outcome.Refused refused = Handshake.bearer(ann.accessToken()).version("12").refused();

    assertThat(refused.refusal()).isEqualTo("426 UPGRADE_REQUIRED");
    assertThat(refused.headers()).containsEntry("sec-websocket-version", "13");
  }

  @ParameterizedTest
  @CsvSource({
    "malformed, AUTH_MALFORMED",
    "ill-signed, AUTH_INVALID_TOKEN",
    "unsigned, AUTH_INVALID_TOKEN",
  })
  @DisplayName("W9 A header malformed or ill-signed is 401 with its own code")
  void badHeaderIs401(String kind, String code) {
    Identity ann = Identity.fresh();
    Outcome.Refused refused = Handshake.bearer(Tokens.broken(kind, ann.accessToken())).refused();

    assertThat(refused.refusal()).isEqualTo("401 " + code);
    assertThat(refused.headers().get("www-authenticate"))
        .startsWith("Bearer realm=\"netra\"")
        .contains("/.well-known/oauth-protected-resource");
  }

  @Test
  @DisplayName("W9 An Authorization header of another scheme is 401")
  void otherSchemeIs401() {
    Outcome.Refused refused = Handshake.plain().header("Authorization", "Basic YTpi").refused();

    assertThat(refused.status()).isEqualTo(401);
    assertThat(Tokens.CODES).contains(refused.refusal().substring(4));
  }

  @ParameterizedTest
  @CsvSource({
    "malformed, AUTH_MALFORMED",
    "ill-signed, AUTH_INVALID_TOKEN",
    "unsigned, AUTH_INVALID_TOKEN",
  })
  @DisplayName("W10 In a subprotocol it is one error, then 1008")
  void badEntryIsOneErrorThen1008(String kind, String code) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket =
        Handshake.subprotocol(Tokens.broken(kind, ann.accessToken())).open()) {
      Frame error = socket.next();

      assertThat(error.type()).isEqualTo("error_message");
      assertThat(error.text("/error_code")).isEqualTo(code);
      assertThat(error.text("/error_message")).contains("auth");
      assertThat(socket.closed())
          .isEqualTo(new WebSocketClient.Closed(1008, "Auth failed: invalid token"));
    }
  }

  @Test
  @DisplayName("W11 No credentials: AUTH_REQUIRED with what was offered, then 1008")
  void noCredentials() {
    try (WebSocketClient socket =
        Handshake.plain().header("Sec-WebSocket-Protocol", "jwt-auth").open()) {
      Frame error = socket.next();

      assertThat(error.text("/error_code")).isEqualTo("AUTH_REQUIRED");
      assertThat(error.at("/details/offered").toString()).isEqualTo("[\"jwt-auth\"]");
      assertThat(socket.closed())
          .isEqualTo(new WebSocketClient.Closed(1008, "Auth failed: no credentials"));
    }
  }

  @Test
  @DisplayName("W12 No refusal holds a part of the token")
  void noRefusalRepeatsTheToken(Identity ann) {
    String broken = Tokens.broken("ill-signed", ann.accessToken());
    String over = Handshake.bearer(broken).refused().body();
    try (WebSocketClient socket = Handshake.subprotocol(broken).open()) {
      String inside = socket.next().json().toString();

      for (String part : broken.split("\\.", -1)) {
        assertThat(over).contains("AUTH_INVALID_TOKEN").doesNotContain(part.substring(0, 12));
        assertThat(inside).contains("AUTH_INVALID_TOKEN").doesNotContain(part.substring(0, 12));
      }
    }
  }

  @Test
  @DisplayName("W13 What is sent during a refusal has no effect")
  void messagesDuringARefusalAreIgnored() {
    List<String> types = new ArrayList<>();
    try (WebSocketClient socket = Handshake.plain().open()) {
      socket.send(Map.of("type", "ping", "id", "p1"));
      types.add(socket.next().type());

      assertThat(types).containsExactly("error_message");
      assertThat(socket.closed().code()).isEqualTo(1008);
    }
  }

  @Test
  @DisplayName("W16 A foreign Origin is 403, an absent one is not")
  void foreignOriginIs403(Identity ann) {
    Outcome.Refused refused =
        Handshake.bearer(ann.accessToken()).header("Origin", "https://evil.example").refused();

    assertThat(refused.refusal()).isEqualTo("403 ORIGIN_NOT_ALLOWED");
    try (WebSocketClient socket = Handshake.bearer(ann.accessToken()).open()) {
      assertThat(socket.welcome().text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @DisplayName("W16 The platform's own origin is allowed")
  void ownOriginIsAllowed(Identity ann) {
    try (WebSocketClient socket =
        Handshake.bearer(ann.accessToken())
            .header("Origin", Platform.backend().toString())
            .open()) {
      assertThat(socket.welcome().text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @DisplayName("W17 Without the right read it is 403")
  void withoutReadIs403() {
    Identity nobody = Identity.with(Map.of("scope", "openid"));

    assertThat(Handshake.bearer(nobody.accessToken()).refused().refusal())
        .isEqualTo("403 PERMISSION_DENIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-E2E-Bypass", "X-Test-User", "X-E2E-Test"})
  @DisplayName("W6 A header that speaks of tests changes no refusal")
  void testHeadersChangeNothing(String header) {
    Outcome.Refused refused = Handshake.bearer("nonsense").header(header, "true").refused();

    assertThat(refused.refusal()).isEqualTo("401 AUTH_MALFORMED");
  }
}
