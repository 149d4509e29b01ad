package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Browser;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.CodeFlow;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a code: tokens, their refresh, their revocation (A14, A16, A22, A31, A43). */
final class CodeGrantsIT {

  @TempDir static Path folder;
  private static AuthProcess auth;
  private static Client client;

  private CodeFlow flow;
  private Browser browser;

  @BeforeAll
  static void start() {
    auth = AuthProcess.ready(folder, AuthProcess.variables(folder.resolve("data")));
    client = new Client(auth.address());
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void someone() {
    flow = new CodeFlow(auth.address());
    browser = flow.browser();
  }

  @Test
  void aPersonSignsInAndTheClientGetsTokensOfThatSession() {
    Browser.Page back = flow.signedIn(Map.of());

    assertThat(back.location()).startsWith(CodeFlow.REDIRECT + "?code=");
    assertThat(back.parameter("state")).isEqualTo("a state & more");
    assertThat(back.parameter("iss")).isEqualTo("http://localhost:8081");
    Browser.Page answer = browser.post("/oauth2/token", CodeFlow.exchange(back.parameter("code")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode tokens = CodeFlow.json(answer);
    JsonNode id = CodeFlow.claims(tokens.at("/id_token").asString());
    JsonNode access = CodeFlow.claims(tokens.at("/access_token").asString());
    assertThat(tokens.at("/scope").asString().split(" "))
        .containsExactlyInAnyOrder("openid", "profile", "email", "netra");
    assertThat(id.at("/nonce").asString()).isEqualTo("n-1");
    assertThat(id.at("/aud").asString()).isEqualTo("netra-web");
    assertThat(id.at("/email").asString()).isEqualTo(flow.email());
    assertThat(access.at("/sid")).isEqualTo(id.at("/sid"));
    assertThat(access.at("/auth_time").asLong()).isPositive();
    assertThat(client.get("/auth/me", tokens.at("/access_token").asString()).at("/email"))
        .isEqualTo(flow.email());
  }

  @Test
  void aCodeWorksOnceAndItsSecondUseEndsTheTokensOfTheFirst() {
    Map<String, String> form = CodeFlow.exchange(flow.signedIn(Map.of()).parameter("code"));
    JsonNode first = CodeFlow.json(browser.post("/oauth2/token", form));

    Browser.Page second = browser.post("/oauth2/token", form);

    assertThat(second.status()).isEqualTo(400);
    assertThat(CodeFlow.json(second).at("/error").asString()).isEqualTo("invalid_grant");
    assertThat(client.get("/auth/me", first.at("/access_token").asString()).status())
        .isEqualTo(401);
    assertThat(flow.refresh(first.at("/refresh_token").asString(), "netra-web").status())
        .isEqualTo(400);
  }

  @Test
  void ofManyUsesAtOnceOneSucceeds() {
    Map<String, String> form = CodeFlow.exchange(flow.signedIn(Map.of()).parameter("code"));

    long won =
        IntStream.range(0, 50)
            .parallel()
            .filter(use -> browser.post("/oauth2/token", form).status() == 200)
            .count();

    assertThat(won).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier,another-verifier-of-forty-three-characters-01234",
    "redirect_uri,http://localhost:8000/callback/",
    "client_id,netra-cli",
    "code,nonsense"
  })
  void aCodeIsRefusedWithAnother(String name, String value) {
    Map<String, String> form = CodeFlow.exchange(flow.signedIn(Map.of()).parameter("code"));
    form.put(name, value);

    Browser.Page answer = browser.post("/oauth2/token", form);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(CodeFlow.json(answer).at("/error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void refreshRotatesNarrowsAndKnowsItsClient() {
    String token = flow.tokens().at("/refresh_token").asString();

    assertThat(flow.refresh(token, "netra-cli").status()).isEqualTo(400);
    Browser.Page renewed = flow.refresh(token, "netra-web");
    assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
    JsonNode tokens = CodeFlow.json(renewed);
    assertThat(tokens.at("/refresh_token").asString()).isNotEqualTo(token);
    assertThat(CodeFlow.claims(tokens.at("/id_token").asString()).has("nonce")).isFalse();
    Map<String, String> form =
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            "netra-web",
            "scope",
            "openid",
            "refresh_token",
            tokens.at("/refresh_token").asString());
    JsonNode narrow = CodeFlow.json(browser.post("/oauth2/token", form));
    assertThat(CodeFlow.claims(narrow.at("/access_token").asString()).at("/permissions")).isEmpty();
  }

  @Test
  void userInfoSaysWhatTheScopeTells() {
    JsonNode tokens = flow.tokens();
    Client.Reply reply = client.get("/userinfo", tokens.at("/access_token").asString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/sub"))
        .isEqualTo(CodeFlow.claims(tokens.at("/id_token").asString()).at("/sub").asString());
    assertThat(reply.at("/email")).isEqualTo(flow.email());
    Client.Reply refused = client.get("/userinfo", tokens.at("/id_token").asString());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.at("/error")).isEqualTo("invalid_token");
    assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void revokingARefreshTokenEndsItsGrantAndLeavesTheSession() {
    JsonNode tokens = flow.tokens();
    Browser.Page revoked =
        browser.post(
            "/oauth2/revoke",
            Map.of("client_id", "netra-web", "token", tokens.at("/refresh_token").asString()));

    assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
    assertThat(client.get("/auth/me", tokens.at("/access_token").asString()).status())
        .isEqualTo(401);
    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "none"))).parameter("code"))
        .isNotEmpty();
  }

  @Test
  void revokingAnAccessTokenEndsThatAlone() {
    JsonNode tokens = flow.tokens();
    String access = tokens.at("/access_token").asString();
    browser.post("/oauth2/revoke", Map.of("client_id", "netra-web", "token", access));

    Client.Reply refused = client.get("/auth/me", access);
    assertThat(refused.at("/error_code")).isEqualTo("AUTH_TOKEN_REVOKED");
    assertThat(flow.refresh(tokens.at("/refresh_token").asString(), "netra-web").status())
        .isEqualTo(200);
  }

  @Test
  void introspectionTellsAServiceWhetherATokenHolds() {
    String access = flow.tokens().at("/access_token").asString();
    Map<String, String> form =
        Map.of(
            "client_id",
            "netra-backend",
            "client_secret",
            AuthProcess.BACKEND_SECRET,
            "token",
            access);
    JsonNode active = CodeFlow.json(browser.post("/oauth2/introspect", form));

    assertThat(active.at("/active").asBoolean()).isTrue();
    assertThat(active.at("/sub")).isEqualTo(CodeFlow.claims(access).at("/sub"));
    assertThat(active.at("/exp").asLong()).isEqualTo(CodeFlow.claims(access).at("/exp").asLong());
    browser.post("/oauth2/revoke", Map.of("client_id", "netra-web", "token", access));
    assertThat(browser.post("/oauth2/introspect", form).text()).isEqualTo("{\"active\":false}");
    Browser.Page nobody = browser.post("/oauth2/introspect", Map.of("token", access));
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(CodeFlow.json(nobody).at("/error").asString()).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "urn:ietf:params:oauth:grant-type:token-exchange", "implicit"})
  void aGrantThatTheMetadataDoNotListIsRefused(String grant) {
    Browser.Page answer =
        browser.post("/oauth2/token", Map.of("grant_type", grant, "client_id", "netra-web"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(CodeFlow.json(answer).at("/error").asString()).isEqualTo("unsupported_grant_type");
  }
}
