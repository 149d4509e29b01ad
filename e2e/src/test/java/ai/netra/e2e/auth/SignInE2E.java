package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.Person;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Signing in by browser, as a standard client and the person in front of it see it. */
@Tag("p1")
@Tag("area:sign-in")
class SignInE2E {

  private Person ann;

  @BeforeEach
  void someoneWithAnAccount() {
    ann = Person.fresh();
  }

  @Test
  @DisplayName("A14 Code and PKCE give an RS256 ID token and an ES256 access token that opens both")
  void codeFlowGivesTokens() {
    Answer tokens = ann.tokens();

    assertThat(tokens.status()).isEqualTo(200);
    assertThat(tokens.text("/token_type")).isEqualTo("Bearer");
    JsonNode id = Json.read(Tokens.claims(tokens.text("/id_token")));
    assertThat(Json.read(Tokens.header(tokens.text("/id_token"))).at("/alg").asString())
        .isEqualTo("RS256");
    assertThat(Json.read(Tokens.header(tokens.text("/access_token"))).at("/alg").asString())
        .isEqualTo("ES256");
    assertThat(id.at("/iss").asString()).isEqualTo(Platform.auth().toString());
    assertThat(id.at("/aud").asString()).isEqualTo("netra-web");
    assertThat(id.at("/email").asString()).isEqualTo(ann.email());
    assertThat(Rest.backend().bearer(tokens.text("/access_token")).get("/api/threads").listed())
        .isEmpty();
  }

  @Test
  @DisplayName("A14 The userinfo of a token is its owner's, and of the ID token's subject")
  void userInfoIsTheOwners() {
    Answer tokens = ann.tokens();
    Answer info = Rest.auth().bearer(tokens.text("/access_token")).get("/userinfo");

    assertThat(info.status()).isEqualTo(200);
    assertThat(info.text("/email")).isEqualTo(ann.email());
    assertThat(info.json().at("/sub"))
        .isEqualTo(Json.read(Tokens.claims(tokens.text("/id_token"))).at("/sub"));
  }

  @Test
  @DisplayName("A14 Signing out goes back to the client and ends session and tokens")
  void signingOutEndsAll() {
    Answer tokens = ann.tokens();
    Answer out =
        ann.get(
            "/connect/logout?"
                + Person.encoded(
                    Map.of(
                        "id_token_hint",
                        tokens.text("/id_token"),
                        "post_logout_redirect_uri",
                        Platform.backend() + "/",
                        "state",
                        "bye")));

    assertThat(out.status()).isEqualTo(302);
    assertThat(out.header("Location")).isEqualTo(Platform.backend() + "/?state=bye");
    assertThat(Rest.auth().bearer(tokens.text("/access_token")).get("/auth/me").refusal())
        .isEqualTo("401 AUTH_TOKEN_REVOKED");
    assertThat(Person.refresh(tokens.text("/refresh_token")).text("/error"))
        .isEqualTo("invalid_grant");
    assertThat(parameter(ann.get(Person.authorize(Map.of("prompt", "none"))), "error"))
        .isEqualTo("login_required");
  }

  @ParameterizedTest
  @CsvSource({
    "authorization_endpoint, GET, 400, This sign-in cannot go on",
    "token_endpoint, POST, 400, invalid_request",
    "introspection_endpoint, POST, 400, invalid_request",
    "revocation_endpoint, POST, 400, invalid_request",
    "userinfo_endpoint, GET, 401, invalid_token",
    "end_session_endpoint, GET, 200, You are signed out",
    "jwks_uri, GET, 200, ES256"
  })
  @DisplayName("A15 Each endpoint of the metadata answers as what it is")
  void listedEndpointsAnswer(String member, String method, int status, String held) {
    String address = Rest.auth().get("/.well-known/openid-configuration").text("/" + member);

    assertThat(address).startsWith(Platform.auth() + "/");
    Answer answer =
        Rest.auth().send(method, address.substring(Platform.auth().toString().length()), "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "implicit", "urn:ietf:params:oauth:grant-type:token-exchange"})
  @DisplayName("A15 A grant that the metadata do not list is refused")
  void unlistedGrantIsRefused(String grant) {
    Answer answer =
        Person.client("/oauth2/token", Map.of("grant_type", grant, "client_id", "netra-web"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error")).isEqualTo("unsupported_grant_type");
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, '', invalid_request",
    "code_challenge_method, plain, invalid_request",
    "scope, openid unheard-of, invalid_scope",
    "resource, https://elsewhere.example, invalid_target"
  })
  @DisplayName("A16 No code_challenge, plain, and what else is not offered are refused")
  void requestForACodeIsRefused(String name, String value, String error) {
    Answer answer = ann.get(Person.authorize(Map.of(name, value)));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith(Person.redirect() + "?");
    assertThat(parameter(answer, "error")).isEqualTo(error);
    assertThat(parameter(answer, "code")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Callback", "/callback/", "/callback?a=b", "/callback#a", "/other"})
  @DisplayName("A17 A redirect URI that is off by anything gets a page and no redirect")
  void wrongRedirectGetsAPage(String path) {
    Answer answer = ann.get(Person.authorize(Map.of("redirect_uri", Platform.backend() + path)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("redirect_uri");
  }

  @Test
  @DisplayName("A17 A redirect URI of another port gets a page and no redirect")
  void wrongPortGetsAPage() {
    Answer answer =
        ann.get(Person.authorize(Map.of("redirect_uri", "http://localhost:1/callback")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.body()).contains("redirect_uri");
  }

  @Test
  @DisplayName("A17 An unknown client gets a page and no redirect")
  void unknownClientGetsAPage() {
    Answer answer = ann.get(Person.authorize(Map.of("client_id", "nobody")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.body()).contains("client_id");
  }

  @Test
  @DisplayName("A18 State and nonce return unchanged, with iss")
  void stateNonceAndIssuerReturn() {
    Answer back = ann.calledBack(Map.of("state", "é & =?", "nonce", "n / 1"));

    assertThat(back.status()).isEqualTo(302);
    assertThat(parameter(back, "state")).isEqualTo("é & =?");
    assertThat(parameter(back, "iss")).isEqualTo(Platform.auth().toString());
    Answer tokens = Person.exchange(parameter(back, "code"), Map.of());
    assertThat(Json.read(Tokens.claims(tokens.text("/id_token"))).at("/nonce").asString())
        .isEqualTo("n / 1");
  }

  @Test
  @DisplayName("A18 prompt=none is login_required unsigned, and a code once signed in")
  void promptNone() {
    String silent = Person.authorize(Map.of("prompt", "none"));

    assertThat(parameter(ann.get(silent), "error")).isEqualTo("login_required");
    assertThat(ann.signIn(Map.of()).status()).isEqualTo(302);
    assertThat(parameter(ann.get(silent), "code")).isNotEmpty();
    assertThat(parameter(ann.get(silent), "error")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prompt, login", "max_age, 0"})
  @DisplayName("A18 prompt=login and an exceeded max_age ask again, and then go on")
  void asksAgain(String name, String value) {
    ann.tokens();
    Answer asked = ann.get(Person.authorize(Map.of(name, value)));

    assertThat(asked.status()).isEqualTo(302);
    assertThat(asked.header("Location")).startsWith("/login?continue=");
    assertThat(parameter(ann.calledBack(Map.of(name, value)), "code")).isNotEmpty();
  }

  @Test
  @DisplayName("A50 A page form without its token is 403")
  void formWithoutTokenIs403() {
    Answer answer = ann.post("/login", Map.of("email", ann.email(), "password", ann.password()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.all("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("netra_session="));
    assertThat(answer.body()).contains("role=\"alert\"");
  }

  @Test
  @DisplayName("A50 No page can be framed, and none has an inline script")
  void pagesCannotBeFramed() {
    Answer page = ann.get(ann.get(Person.authorize(Map.of())).header("Location"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'", "default-src 'self'");
    assertThat(page.body()).contains("type=\"password\"").doesNotContain("<script");
  }

  @Test
  @DisplayName("A50 A foreign origin gets no CORS header, our own does")
  void foreignOriginGetsNoCorsHeader() {
    Answer foreign = Rest.auth().header("Origin", "https://elsewhere.example").get("/oauth2/jwks");
    Answer own = Rest.auth().header("Origin", Platform.backend().toString()).get("/oauth2/jwks");

    assertThat(foreign.status()).isEqualTo(200);
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo(Platform.backend().toString());
    assertThat(own.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(own.text("/keys/0/use")).isEqualTo("sig");
  }

  private static String parameter(Answer answer, String name) {
    return Person.parameter(answer, name);
  }
}
