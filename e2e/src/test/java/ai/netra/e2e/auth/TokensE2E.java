package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens: what they hold, how they are renewed, how they end, and what none can pretend. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:tokens")
class TokensE2E {

  @Test
  @DisplayName("A14 Access tokens are ES256, typed at+jwt, with the claims of the contract")
  void claimsOfAnAccessToken(Identity ann) {
    JsonNode header = Json.read(Tokens.header(ann.accessToken()));
    JsonNode claims = Json.read(Tokens.claims(ann.accessToken()));

    assertThat(header.at("/alg").asString()).isEqualTo("ES256");
    assertThat(header.at("/typ").asString()).isEqualTo("at+jwt");
    assertThat(claims.propertyNames())
        .contains(
            "iss",
            "sub",
            "aud",
            "iat",
            "exp",
            "jti",
            "nbf",
            "client_id",
            "sid",
            "gid",
            "scope",
            "roles",
            "permissions")
        .doesNotContain("email", "name", "plan", "cnf");
    assertThat(claims.at("/aud").toString()).isEqualTo("[\"netra\"]");
    assertThat(claims.at("/iss").asString()).isEqualTo(Platform.auth().toString());
    assertThat(Rest.backend().as(ann).get("/api/threads").listed()).isEmpty();
  }

  @Test
  @DisplayName(
      "A15 The key set holds both chains, each key with its alg and use, and no private part")
  void keySetHoldsBothChains() {
    Answer keys = Rest.auth().get("/oauth2/jwks");

    assertThat(Json.texts(keys.json().at("/keys"), "/alg")).contains("ES256", "RS256");
    assertThat(Json.texts(keys.json().at("/keys"), "/use")).containsOnly("sig");
    assertThat(keys.json().at("/keys/0").has("d")).isFalse();
    assertThat(keys.header("Cache-Control")).contains("max-age=300");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
  @DisplayName("A15 The metadata name what is there, and nothing that is not")
  void metadataAreTrue(String path) {
    Answer metadata = Rest.auth().get(path);

    assertThat(metadata.text("/issuer")).isEqualTo(Platform.auth().toString());
    assertThat(metadata.text("/jwks_uri")).isEqualTo(Platform.auth() + "/oauth2/jwks");
    assertThat(metadata.json().at("/grant_types_supported").toString())
        .contains("authorization_code", "refresh_token", "client_credentials")
        .doesNotContain("password", "token-exchange");
    assertThat(metadata.json().propertyNames())
        .doesNotContain("pushed_authorization_request_endpoint", "registration_endpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/oauth2/par", "/oauth2/register", "/oauth2/device_authorization", "/activate"})
  @DisplayName("A22 What does not exist yet is 404")
  void laterRoutesAre404(String path) {
    assertThat(Rest.auth().get(path).refusal()).isEqualTo("404 NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "refreshToken"})
  @DisplayName("A25 Both field names work, and new tokens differ from the old")
  void bothFieldNamesWork(String field) {
    Identity ann = Identity.fresh();
    Answer answer = refresh(field, ann.refreshToken());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/refresh_token")).isNotEqualTo(ann.refreshToken());
    assertThat(answer.text("/access_token")).isNotEqualTo(ann.accessToken());
    assertThat(Rest.backend().bearer(answer.text("/access_token")).get("/api/threads").listed())
        .isEmpty();
  }

  @Test
  @DisplayName("A26 A used token, after its successor was used, ends the family")
  void reuseEndsTheFamily(Identity ann) {
    String second = refresh("refresh_token", ann.refreshToken()).text("/refresh_token");
    Answer third = refresh("refresh_token", second);
    Answer reuse = refresh("refresh_token", ann.refreshToken());
    Answer after = refresh("refresh_token", third.text("/refresh_token"));
    Answer backend =
        Await.until(
            "the end of the family to arrive",
            () -> Rest.backend().bearer(third.text("/access_token")).get("/api/threads"),
            last -> last.status() == 401);

    assertThat(third.status()).isEqualTo(200);
    assertThat(reuse.refusal()).isEqualTo("401 REFRESH_INVALID");
    assertThat(after.refusal()).isEqualTo("401 REFRESH_INVALID");
    assertThat(backend.refusal()).isEqualTo("401 AUTH_TOKEN_REVOKED");
  }

  @Test
  @DisplayName(
      "A27 The last token again in the retry window gives a new successor and kills the unused one")
  void retryWindow(Identity ann) {
    String lost = refresh("refresh_token", ann.refreshToken()).text("/refresh_token");
    Answer again = refresh("refresh_token", ann.refreshToken());

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/refresh_token")).isNotEqualTo(lost);
    assertThat(refresh("refresh_token", again.text("/refresh_token")).status()).isEqualTo(200);
    assertThat(refresh("refresh_token", lost).refusal()).isEqualTo("401 REFRESH_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access", "nonsense", "empty"})
  @DisplayName("A28 An access token, nonsense and an empty string are refused alike")
  void otherTokensAreRefused(String kind) {
    Identity ann = Identity.fresh();
    String token =
        switch (kind) {
          case "access" -> ann.accessToken();
          case "nonsense" -> "nonsense";
          default -> "";
        };

    assertThat(refresh("refresh_token", token).refusal()).isEqualTo("401 REFRESH_INVALID");
  }

  @Test
  @DisplayName(
      "A30 After logout the access token fails, refresh fails, the socket closes with 1008")
  void logoutEndsEverything(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Answer ended = Rest.auth().as(ann).post("/auth/logout", "");
      WebSocketClient.Closed closed = socket.closed();

      assertThat(ended.json().at("/sessions_ended").asInt()).isEqualTo(1);
      assertThat(closed).isEqualTo(new WebSocketClient.Closed(1008, "Auth failed: Token revoked"));
    }
    assertThat(Rest.auth().as(ann).get("/auth/me").refusal()).isEqualTo("401 AUTH_TOKEN_REVOKED");
    assertThat(refresh("refresh_token", ann.refreshToken()).refusal())
        .isEqualTo("401 REFRESH_INVALID");
  }

  @Test
  @DisplayName("A30 Signing out again ends nothing more")
  void logoutTwice(Identity ann) {
    Rest.auth().as(ann).post("/auth/logout", "");
    Answer again = Rest.auth().as(ann).post("/auth/logout", "");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/sessions_ended").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"../../etc/passwd\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"x' or '1'='1\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"jku\":\"https://evil.example/keys\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"crit\":[\"b64\"],\"b64\":false}"
      })
  @DisplayName("A46 No header of a forged token opens anything")
  void forgedHeadersOpenNothing(String header) {
    Identity ann = Identity.fresh();
    String forged = Tokens.withHeader(ann.accessToken(), header);

    assertThat(Rest.backend().bearer(forged).get("/api/threads").refusal())
        .isEqualTo("401 AUTH_INVALID_TOKEN");
    assertThat(Rest.auth().bearer(forged).get("/auth/me").refusal())
        .isEqualTo("401 AUTH_INVALID_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "a.b.c.d", "!!.!!.!!", "e30.e30.", "..", "eyJhIjox.eyJ.x"})
  @DisplayName("A48 Two or four parts and bad base64 are 401, never 500")
  void brokenTokensAre401(String token) {
    assertThat(Rest.backend().bearer(token).get("/api/threads").refusal())
        .isEqualTo("401 AUTH_MALFORMED");
    assertThat(Rest.auth().bearer(token).get("/auth/me").refusal()).isEqualTo("401 AUTH_MALFORMED");
  }

  @Test
  @DisplayName("A38 A user's token opens no route of services")
  void userTokenOpensNoServiceRoute(Identity ann) {
    Answer feed = Rest.auth().as(ann).get("/auth/feed?after=0&wait_ms=0");

    assertThat(feed.status()).isIn(401, 403);
    assertThat(feed.text("/error_code")).isIn("AUTH_INVALID_TOKEN", "PERMISSION_DENIED");
  }

  @Test
  @DisplayName("A37 A wrong client secret is refused, in OAuth's own form")
  void wrongClientSecretIsRefused() {
    Answer answer =
        Rest.auth()
            .header("Authorization", "Basic bmV0cmEtYmFja2VuZDp3cm9uZw==")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .post("/oauth2/token", "grant_type=client_credentials&scope=auth%3Afeed");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("/error")).isEqualTo("invalid_client");
  }

  private static Answer refresh(String field, String token) {
    return Rest.auth().post("/auth/refresh", Json.write(Map.of(field, token)));
  }
}
