package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.AtOnce;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.Person;
import ai.netra.e2e.support.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client may do with codes and tokens, and how they end. */
@Tag("p1")
@Tag("area:sign-in")
class GrantsE2E {

  private static final int USES = 50;

  private Person ann;

  @BeforeEach
  void someoneWithAnAccount() {
    ann = Person.fresh();
  }

  private String code() {
    return Person.parameter(ann.calledBack(Map.of()), "code");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, another-verifier-of-more-than-forty-three-chars",
    "redirect_uri, http://localhost:1/callback",
    "client_id, netra-cli"
  })
  @DisplayName("A16 A code is refused with another verifier, redirect or client")
  void codeIsBound(String name, String value) {
    Answer answer = Person.exchange(code(), Map.of(name, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error")).isEqualTo("invalid_grant");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  @DisplayName("A16 A code works once, and its second use ends the tokens of the first")
  void codeWorksOnce() {
    String code = code();
    Answer first = Person.exchange(code, Map.of());
    Answer second = Person.exchange(code, Map.of());

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.text("/error")).isEqualTo("invalid_grant");
    assertThat(Rest.auth().bearer(first.text("/access_token")).get("/auth/me").refusal())
        .isEqualTo("401 AUTH_TOKEN_REVOKED");
    assertThat(Person.refresh(first.text("/refresh_token")).text("/error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("A43 Of 50 uses at once of one code exactly one succeeds")
  void ofManyUsesOneSucceeds() throws Exception {
    String code = code();
    List<Answer> uses = AtOnce.send(USES, () -> Person.exchange(code, Map.of()));

    assertThat(uses).extracting(Answer::status).containsOnlyOnce(200);
    assertThat(uses)
        .extracting(use -> use.status() + " " + use.text("/error"))
        .filteredOn("400 invalid_grant"::equals)
        .hasSize(USES - 1);
  }

  @Test
  @DisplayName("A21 An ID token opens neither the API nor the socket")
  void idTokenOpensNothing() {
    String idToken = ann.tokens().text("/id_token");

    assertThat(Rest.backend().bearer(idToken).get("/api/threads").refusal())
        .isEqualTo("401 AUTH_INVALID_TOKEN");
    assertThat(Rest.auth().bearer(idToken).get("/auth/me").refusal())
        .isEqualTo("401 AUTH_INVALID_TOKEN");
    assertThat(Handshake.bearer(idToken).refused().refusal()).isEqualTo("401 AUTH_INVALID_TOKEN");
  }

  @Test
  @DisplayName("A22 Introspection without a client, or by a public one, is 401")
  void introspectionNeedsAClient() {
    String token = ann.tokens().text("/access_token");
    Answer nobody = Person.client("/oauth2/introspect", Map.of("token", token));
    Answer open =
        Person.client("/oauth2/introspect", Map.of("token", token, "client_id", "netra-web"));

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.text("/error")).isEqualTo("invalid_client");
    assertThat(open.status()).isEqualTo(401);
    assertThat(open.text("/error")).isEqualTo("invalid_client");
  }

  @Test
  @DisplayName("A25 A public client refreshes by its id alone, and the old token was the last")
  void publicClientRefreshes() {
    Answer first = ann.tokens();
    Answer renewed = Person.refresh(first.text("/refresh_token"));

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.text("/refresh_token")).isNotEqualTo(first.text("/refresh_token"));
    assertThat(Json.read(renewed.body()).at("/expires_in").asInt()).isPositive();
    assertThat(Rest.auth().bearer(renewed.text("/access_token")).get("/userinfo").text("/email"))
        .isEqualTo(ann.email());
  }

  @Test
  @DisplayName("A28 What is no refresh token is refused alike")
  void whatIsNoRefreshTokenIsRefused() {
    Answer tokens = ann.tokens();

    for (String other :
        List.of(tokens.text("/access_token"), tokens.text("/id_token"), "nonsense")) {
      Answer answer = Person.refresh(other);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("/error")).isEqualTo("invalid_grant");
      assertThat(answer.text("/error_description"))
          .isEqualTo("refresh_token: one that is live, got another");
    }
  }

  @Test
  @DisplayName("A28 Another client's refresh token is refused alike, and stays its own client's")
  void anotherClientsTokenIsRefused() {
    String token = ann.tokens().text("/refresh_token");
    Answer other =
        Person.client(
            "/oauth2/token",
            Map.of(
                "grant_type", "refresh_token", "client_id", "netra-cli", "refresh_token", token));

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.text("/error_description"))
        .isEqualTo("refresh_token: one that is live, got another");
    assertThat(Person.refresh(token).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A31 Revoking a refresh token ends its grant and leaves the browser session")
  void revokingARefreshToken() {
    Answer tokens = ann.tokens();
    Answer revoked = revoke(tokens.text("/refresh_token"));

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(Rest.auth().bearer(tokens.text("/access_token")).get("/auth/me").refusal())
        .isEqualTo("401 AUTH_TOKEN_REVOKED");
    Answer silent = ann.get(Person.authorize(Map.of("prompt", "none")));
    assertThat(Person.parameter(silent, "code")).isNotEmpty();
  }

  @Test
  @DisplayName("A31 Revoking an access token ends that alone, at the backend too")
  void revokingAnAccessToken() {
    Answer tokens = ann.tokens();
    Rest backend = Rest.backend().bearer(tokens.text("/access_token"));
    assertThat(backend.get("/api/threads").status()).isEqualTo(200);

    assertThat(revoke(tokens.text("/access_token")).status()).isEqualTo(200);

    Answer refused =
        Await.until(
            "the backend refuses the token",
            () -> backend.get("/api/threads"),
            answer -> answer.status() == 401);
    assertThat(refused.refusal()).isEqualTo("401 AUTH_TOKEN_REVOKED");
    assertThat(Person.refresh(tokens.text("/refresh_token")).status()).isEqualTo(200);
  }

  private static Answer revoke(String token) {
    return Person.client("/oauth2/revoke", Map.of("client_id", "netra-web", "token", token));
  }
}
