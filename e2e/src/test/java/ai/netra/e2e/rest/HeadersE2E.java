package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries besides its body. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:headers")
class HeadersE2E {

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/api/threads", "/nothing", "/api/agents", "/ws"})
  @DisplayName("H29 Every answer, failures too, has trace id, request id and revision")
  void everyAnswerNamesItself(String path) {
    Answer answer = Rest.backend().get(path);

    assertThat(answer.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    assertThat(answer.header("X-Request-ID")).isNotBlank();
    assertThat(answer.header("X-Netra-Revision"))
        .isEqualTo(Rest.backend().get("/version").text("/revision"));
  }

  @Test
  @DisplayName("H30 A good X-Request-ID returns, a bad one is replaced")
  void requestIdReturns() {
    Answer good = Rest.backend().header("X-Request-ID", "order-7.b_c").get("/version");
    Answer bad = Rest.backend().header("X-Request-ID", "a b;c").get("/version");

    assertThat(good.text("/service")).isEqualTo("netra-backend");
    assertThat(good.header("X-Request-ID")).isEqualTo("order-7.b_c");
    assertThat(bad.header("X-Request-ID")).isNotBlank().doesNotContain(" ").isNotEqualTo("a b;c");
  }

  @ParameterizedTest
  @CsvSource({
    "/health, /status, healthy",
    "/api/threads, /error_code, AUTH_REQUIRED",
    "/nothing, /error_code, NOT_FOUND",
    "/version, /service, netra-backend"
  })
  @DisplayName("H33 The security headers are everywhere")
  void securityHeadersAreEverywhere(String path, String pointer, String value) {
    Answer answer = Rest.backend().get(path);

    assertThat(answer.text(pointer)).isEqualTo(value);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).isNotBlank();
  }

  @Test
  @DisplayName("H34 /api is no-store")
  void apiIsNotStored(Identity ann) {
    Answer answer = Rest.backend().as(ann).get("/api/threads");

    assertThat(answer.listed()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  @DisplayName("H35 An allowed preflight passes")
  void allowedPreflightPasses() {
    Answer answer = preflight(Platform.backend().toString());

    assertThat(answer.status()).isIn(200, 204);
    assertThat(answer.header("Access-Control-Allow-Origin"))
        .isEqualTo(Platform.backend().toString());
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  @DisplayName("H35 A foreign preflight is 403")
  void foreignPreflightIs403() {
    Answer answer = preflight("https://evil.example");

    assertThat(answer.refusal()).isEqualTo("403 ORIGIN_NOT_ALLOWED");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  @DisplayName("H36 Scripts can read the exposed headers, Vary says Origin")
  void exposedHeaders() {
    Answer answer = Rest.backend().header("Origin", Platform.backend().toString()).get("/version");

    assertThat(answer.text("/service")).isEqualTo("netra-backend");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("X-Request-ID", "X-Trace-Id", "X-Netra-Revision", "Retry-After", "Location");
    assertThat(String.join(",", answer.all("Vary"))).contains("Origin");
  }

  private static Answer preflight(String origin) {
    return Rest.backend()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PATCH")
        .send("OPTIONS", "/api/threads/t-1", "");
  }
}
