package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:authentication")
class AccessE2E {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/threads",
    "POST, /api/threads",
    "GET, /api/chat/messages",
    "POST, /api/chat/messages",
    "GET, /api/events",
    "GET, /api/runs",
    "POST, /api/runs",
    "GET, /api/agents/status",
    "POST, /api/agents/execute",
    "GET, /api/usage/summary",
    "POST, /api/usage/imports",
    "GET, /api/tools",
    "POST, /api/tools/execute"
  })
  @DisplayName("H19 Each route that needs a token is 401 without one, with WWW-Authenticate")
  void withoutATokenIs401(String method, String path) {
    Answer answer = Rest.backend().send(method, path, method.equals("POST") ? "{}" : "");

    assertThat(answer.refusal()).isEqualTo("401 AUTH_REQUIRED");
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer realm=\"netra\"")
        .contains("/.well-known/oauth-protected-resource");
  }

  @ParameterizedTest
  @CsvSource({
    "malformed, AUTH_MALFORMED",
    "ill-signed, AUTH_INVALID_TOKEN",
    "unsigned, AUTH_INVALID_TOKEN"
  })
  @DisplayName("H20 Malformed and ill-signed tokens each get their code")
  void badTokensGetTheirCode(String kind, String code) {
    Identity ann = Identity.fresh();

    assertThat(
            Rest.backend()
                .bearer(Tokens.broken(kind, ann.accessToken()))
                .get("/api/threads")
                .refusal())
        .isEqualTo("401 " + code);
  }

  @Test
  @DisplayName("H20 An expired token gets AUTH_TOKEN_EXPIRED")
  void expiredTokenGetsItsCode() {
    Identity brief = Identity.with(Map.of("access_ttl_seconds", 2));
    Answer answer =
        Await.until(
            "expiry of a token of 2 s",
            () -> Rest.backend().as(brief).get("/api/threads"),
            last -> last.status() == 401);

    assertThat(answer.refusal()).isEqualTo("401 AUTH_TOKEN_EXPIRED");
  }

  @Test
  @DisplayName("H20 A revoked token gets AUTH_TOKEN_REVOKED")
  void revokedTokenGetsItsCode(Identity ann) {
    assertThat(Rest.backend().as(ann).get("/api/threads").status()).isEqualTo(200);
    Rest.auth().as(ann).post("/auth/logout", "");
    Answer answer =
        Await.until(
            "the revocation to arrive",
            () -> Rest.backend().as(ann).get("/api/threads"),
            last -> last.status() == 401);

    assertThat(answer.refusal()).isEqualTo("401 AUTH_TOKEN_REVOKED");
  }

  @Test
  @DisplayName("H21 A route that takes a token works without, and refuses a bad one")
  void optionalRoute(Identity ann) {
    assertThat(Rest.backend().get("/api/agents").status()).isEqualTo(200);
    assertThat(Rest.backend().as(ann).get("/api/agents").status()).isEqualTo(200);
    assertThat(Rest.backend().bearer("nonsense").get("/api/agents").refusal())
        .isEqualTo("401 AUTH_MALFORMED");
  }

  @Test
  @DisplayName("H22 A public route looks at no credentials")
  void publicRouteLooksAtNone() {
    Answer answer = Rest.backend().bearer("nonsense").get("/version");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/service")).isEqualTo("netra-backend");
  }

  @Test
  @DisplayName("H23 read alone writes nothing, and details.needs says what would")
  void readAloneWritesNothing() {
    Identity reader = Identity.with(Map.of("scope", "openid netra.read"));
    Answer answer = Rest.backend().as(reader).post("/api/threads", "{\"title\":\"T\"}");

    assertThat(answer.refusal()).isEqualTo("403 PERMISSION_DENIED");
    assertThat(answer.text("/details/needs")).isEqualTo("write");
    assertThat(Rest.backend().as(reader).get("/api/threads").listed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cookie", "X-User-Id", "X-E2E-Test", "X-Test-User"})
  @DisplayName("H26 No cookie and no header of another name signs anybody in")
  void otherHeadersSignNobodyIn(String header) {
    Identity ann = Identity.fresh();
    String value = header.equals("Cookie") ? "access_token=" + ann.accessToken() : ann.userId();

    assertThat(Rest.backend().header(header, value).get("/api/threads").refusal())
        .isEqualTo("401 AUTH_REQUIRED");
  }

  @Test
  @DisplayName("H26 No query parameter signs anybody in")
  void queryTokenSignsNobodyIn(Identity ann) {
    assertThat(Rest.backend().get("/api/threads?access_token=" + ann.accessToken()).refusal())
        .isEqualTo("401 AUTH_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTpi", "bearer x y", "Token abc"})
  @DisplayName("H20 What stands in Authorization and is no Bearer token is 401, never 500")
  void oddAuthorizationIs401(String value) {
    Answer answer = Rest.backend().header("Authorization", value).get("/api/threads");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(Tokens.CODES).contains(answer.text("/error_code"));
  }

  @Test
  @DisplayName("A41 A first token makes a backend user with its rights and no more")
  void firstTokenMakesAUser(Identity ann) {
    Answer threads = Rest.backend().as(ann).get("/api/threads");

    assertThat(threads.listed()).isEmpty();
    assertThat(Json.read(Tokens.claims(ann.accessToken())).at("/permissions").toString())
        .contains("read", "write")
        .doesNotContain("users:write");
  }
}
