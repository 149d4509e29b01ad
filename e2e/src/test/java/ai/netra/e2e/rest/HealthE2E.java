package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says of itself. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:health")
class HealthE2E {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/health/startup",
        "/api/health",
        "/ws/health"
      })
  @DisplayName("H60 A health route names status, phase and revision")
  void healthNamesItself(String path) {
    Answer answer = Rest.backend().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("healthy");
    assertThat(answer.text("/service")).isEqualTo("netra-backend");
    assertThat(answer.text("/phase")).isEqualTo("ready");
    assertThat(answer.text("/environment")).isEqualTo("test");
    assertThat(answer.text("/revision")).isEqualTo(answer.header("X-Netra-Revision"));
  }

  @Test
  @DisplayName("H62 Readiness shows its checks")
  void readinessShowsChecks() {
    Answer answer = Rest.backend().get("/health/ready");

    assertThat(answer.text("/checks/database/status")).isEqualTo("ok");
    assertThat(answer.text("/checks/auth_keys/status")).isEqualTo("ok");
    assertThat(answer.text("/checks/auth_feed/status")).isEqualTo("ok");
  }

  @Test
  @DisplayName("H63 Start-up lists phases with times")
  void startupListsPhases() {
    Answer answer = Rest.backend().get("/health/startup");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Json.texts(answer.json().at("/phases"), "/state")).isNotEmpty().containsOnly("done");
    assertThat(answer.json().at("/phases/0").propertyNames())
        .containsExactlyInAnyOrder("name", "state", "duration_ms");
  }

  @Test
  @DisplayName("H66 Discovery's addresses answer")
  void discoveryAnswers() {
    Answer answer = Rest.backend().get("/api/discovery/services");

    assertThat(answer.text("/services/backend/url")).isEqualTo(Platform.backend().toString());
    assertThat(answer.text("/services/auth/issuer")).isEqualTo(Platform.auth().toString());
    assertThat(Rest.auth().get("/.well-known/openid-configuration").text("/issuer"))
        .isEqualTo(answer.text("/services/auth/issuer"));
  }

  @Test
  @DisplayName("H67 An unknown service is 404")
  void unknownServiceIs404() {
    assertThat(Rest.backend().get("/api/discovery/services/oracle").refusal())
        .isEqualTo("404 NOT_FOUND");
    assertThat(Rest.backend().get("/api/discovery/services/auth").text("/issuer"))
        .isEqualTo(Platform.auth().toString());
  }

  @Test
  @DisplayName("H68 Version, header and welcome name one revision")
  void oneRevision(Identity ann) {
    Answer version = Rest.backend().get("/version");
    try (WebSocketClient socket = Handshake.bearer(ann.accessToken()).open()) {
      assertThat(socket.welcome().text("/data/revision")).isEqualTo(version.text("/revision"));
    }
    assertThat(version.header("X-Netra-Revision"))
        .isEqualTo(version.text("/revision"))
        .isNotBlank();
  }

  @Test
  @DisplayName("H69 /api/config holds what a client needs and no secret")
  void configHoldsNoSecret() {
    Answer answer = Rest.backend().get("/api/config");

    assertThat(answer.text("/auth/issuer")).isEqualTo(Platform.auth().toString());
    assertThat(answer.text("/auth/client_id")).isEqualTo("netra-web");
    assertThat(answer.text("/ws_url")).startsWith("ws://").endsWith("/ws");
    assertThat(answer.body().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("secret", "password");
  }

  @Test
  @DisplayName("H70 /openapi.json has the routes, and only those that are served")
  void openapiHasTheRoutes() {
    Answer answer = Rest.backend().get("/openapi.json");

    assertThat(answer.text("/openapi")).startsWith("3.");
    assertThat(answer.json().at("/paths").propertyNames())
        .contains("/api/threads/{id}", "/api/runs", "/health/ready", "/api/reports/{id}/share")
        .doesNotContain("/mcp");
  }

  @Test
  @DisplayName("H72 /ws/config shows the limits that hold")
  void socketConfigShowsLimits() {
    Answer answer = Rest.backend().get("/ws/config");

    assertThat(answer.text("/websocket/endpoint")).isEqualTo("/ws");
    assertThat(answer.text("/websocket/subprotocol")).isEqualTo("jwt-auth");
    assertThat(answer.json().at("/websocket/limits/max_frame_bytes").asInt()).isEqualTo(65_536);
    assertThat(answer.json().at("/websocket/limits/max_sockets").asInt()).isEqualTo(20);
  }

  @Test
  @DisplayName("H73 The resource metadata names the issuer")
  void resourceMetadataNamesTheIssuer() {
    Answer answer = Rest.backend().get("/.well-known/oauth-protected-resource");

    assertThat(answer.text("/resource")).isEqualTo(Platform.backend().toString());
    assertThat(answer.text("/authorization_servers/0")).isEqualTo(Platform.auth().toString());
  }
}
