package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Browser;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.CodeFlow;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Signing in by browser: the request for a code, the page, the session, signing out (A14 to A18).
 */
final class SignInIT {

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
  void theNextCodeNeedsNoQuestionAndPromptOrAgeAskAgain() {
    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "none"))).parameter("error"))
        .isEqualTo("login_required");
    flow.signedIn(Map.of());

    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "none"))).parameter("code"))
        .isNotEmpty();
    assertThat(browser.get(CodeFlow.authorize(Map.of("max_age", "1000"))).parameter("code"))
        .isNotEmpty();
    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "login"))).location())
        .startsWith("/login?continue=");
    Browser.Page again = flow.signedIn(Map.of("prompt", "login", "max_age", "0"));
    assertThat(again.parameter("code")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge,'',invalid_request",
    "code_challenge_method,plain,invalid_request",
    "scope,openid nothing,invalid_scope",
    "resource,https://elsewhere.example,invalid_target",
    "response_mode,fragment,invalid_request",
    "request,eyJ,request_not_supported"
  })
  void whatIsNotOfferedIsRefusedToTheClient(String name, String value, String error) {
    Browser.Page answer = browser.get(CodeFlow.authorize(Map.of(name, value)));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).startsWith(CodeFlow.REDIRECT + "?error=");
    assertThat(answer.parameter("error")).isEqualTo(error);
    assertThat(answer.parameter("state")).isEqualTo("a state & more");
    assertThat(answer.parameter("iss")).isEqualTo("http://localhost:8081");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/Callback",
        "http://localhost:8001/callback",
        "http://localhost:8000/callback/",
        "http://localhost:8000/callback?a=b",
        "http://localhost:8000/callback#a",
        "https://localhost:8000/callback",
        "http://127.0.0.1:8000/callback"
      })
  void anAddressThatIsOffByAnythingGetsAPageAndNoRedirect(String redirect) {
    Browser.Page answer = browser.get(CodeFlow.authorize(Map.of("redirect_uri", redirect)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.location()).isEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.text()).contains("redirect_uri");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "netra-backend"})
  void aClientThatSignsNobodyInGetsAPage(String id) {
    Browser.Page answer = browser.get(CodeFlow.authorize(Map.of("client_id", id)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.location()).isEmpty();
    assertThat(answer.text()).contains("client_id");
  }

  @Test
  void theCommandLineMayListenOnAnyPortOfLoopback() {
    Browser.Page back =
        flow.signedIn(
            Map.of("client_id", "netra-cli", "redirect_uri", "http://127.0.0.1:43210/callback"));

    assertThat(back.location()).startsWith("http://127.0.0.1:43210/callback?code=");
  }

  @Test
  void theFormIsRefusedWithoutItsTokenAndTellsWhatIsWrong() {
    assertThat(browser.post("/login", Map.of("email", flow.email(), "password", "x")).status())
        .isEqualTo(403);
    Browser.Page wrong =
        browser.signIn(CodeFlow.authorize(Map.of()), flow.email(), "not the password");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text()).contains("The address or the password is not right", flow.email());
    assertThat(wrong.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'", "form-action 'self' http://localhost:8000");
    assertThat(wrong.text()).doesNotContain("<script", " style=");
  }

  @Test
  void markupThatIsTypedComesBackAsText() {
    Browser.Page page = browser.signIn(CodeFlow.authorize(Map.of()), "\"><b>x", "wrong");

    assertThat(page.text()).contains("&quot;&gt;&lt;b&gt;x").doesNotContain("<b>x");
  }

  @Test
  void aLinkToThePageLeadsNowhereElse() {
    Browser.Page page =
        browser.submit(
            "/login?continue=https%3A%2F%2Felsewhere.example%2F",
            "/login", Map.of("email", flow.email(), "password", Client.PASSWORD));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("You are signed in").doesNotContain("elsewhere");
  }

  @Test
  void signingOutEndsTheSessionAndItsGrants() {
    JsonNode tokens = flow.tokens();
    Browser.Page out =
        browser.get(
            "/connect/logout?"
                + Browser.encoded(
                    Map.of(
                        "id_token_hint",
                        tokens.at("/id_token").asString(),
                        "post_logout_redirect_uri",
                        "http://localhost:8000/",
                        "state",
                        "s")));

    assertThat(out.status()).isEqualTo(302);
    assertThat(out.location()).isEqualTo("http://localhost:8000/?state=s");
    assertThat(client.get("/auth/me", tokens.at("/access_token").asString()).status())
        .isEqualTo(401);
    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "none"))).parameter("error"))
        .isEqualTo("login_required");
  }

  @Test
  void withoutAProofSigningOutIsAsked() {
    flow.signedIn(Map.of());
    Browser.Page asked = browser.get("/connect/logout");

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.text()).contains("Sign out?");
    assertThat(browser.post("/connect/logout", Map.of("confirmed", "yes")).status()).isEqualTo(403);
    assertThat(browser.submit("/connect/logout", "/connect/logout", Map.of()).text())
        .contains("You are signed out");
    assertThat(browser.get(CodeFlow.authorize(Map.of("prompt", "none"))).parameter("error"))
        .isEqualTo("login_required");
  }

  @Test
  void aSignOutGoesNowhereThatIsNotRegistered() {
    String hint = flow.tokens().at("/id_token").asString();
    Browser.Page answer =
        browser.get(
            "/connect/logout?"
                + Browser.encoded(
                    Map.of(
                        "id_token_hint", hint, "post_logout_redirect_uri", "https://a.example/")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.location()).isEmpty();
  }
}
