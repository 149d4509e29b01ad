package ai.netra.e2e.instances;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Handshake.Outcome;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Instance;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong configuration refuses the start by name; what is only late is waited for. */
@ExtendWith(People.class)
@Tag("area:start-up")
class StartUpE2E {

  private static final String SECRET = "pQ3kP9zLmN2xVb7Rt5Yw8Ud4Ge6Hj1Sc0aB1cD2eF3g";

  @Test
  @Tag("p2")
  @DisplayName("A52 Five faults in five keys are one list of five lines and exit code 78")
  void fiveFaultsAreOneList() {
    Instance.Ended refused =
        Instance.of("auth")
            .with("NETRA_AUTH_PASSWORD_MIN", "3")
            .with("NETRA_AUTH_TOKEN_SKEW_SECONDS", "x")
            .with("NETRA_AUTH_REGISTRATION", "maybe")
            .with("NETRA_AUTH_THROTTLE_IP", "5")
            .with("NETRA_AUTH_E2E_KEY", "tooshort")
            .refused();

    assertThat(refused.status()).isEqualTo(78);
    assertThat(keys(refused))
        .containsExactlyInAnyOrder(
            "NETRA_AUTH_PASSWORD_MIN",
            "NETRA_AUTH_TOKEN_SKEW_SECONDS",
            "NETRA_AUTH_REGISTRATION",
            "NETRA_AUTH_THROTTLE_IP",
            "NETRA_AUTH_E2E_KEY");
    assertThat(refused.output()).contains("findings: 5").doesNotContain("tooshort", "listening");
  }

  @ParameterizedTest
  @Tag("p3")
  @DisplayName("A53 A secret that is blank, short, a placeholder or has control characters")
  @CsvSource({
    "NETRA_BACKEND_CLIENT_SECRET, blank",
    "NETRA_BACKEND_CLIENT_SECRET, newline",
    "NETRA_AUTH_E2E_KEY, control",
    "NETRA_AUTH_E2E_KEY, placeholder",
    "NETRA_AUTH_E2E_KEY, short"
  })
  void badSecretsAreRefusedByName(String key, String kind) {
    String secret =
        switch (kind) {
          case "blank" -> " ".repeat(44);
          case "newline" -> SECRET + "\n";
          case "control" -> "\u0007" + SECRET;
          case "placeholder" -> "REPLACE_ME_WITH_A_SECRET_OF_YOUR_OWN_PLEASE";
          default -> "Qz7";
        };

    Instance.Ended refused = Instance.of("auth").with(key, secret).refused();

    assertThat(refused.status()).isEqualTo(78);
    assertThat(keys(refused)).containsExactly(key);
    assertThat(refused.output()).contains("findings: 1").doesNotContain(secret.strip() + "'");
  }

  @Test
  @Tag("p2")
  @DisplayName("A54 Production refuses a test key, an http issuer, a * origin, a misspelt key")
  void productionRefuses() {
    Instance.Ended refused =
        Instance.of("auth")
            .with("NETRA_ENV", "production")
            .with("NETRA_AUTH_ISSUER", "http://auth.example")
            .with("NETRA_BACKEND_URL", "https://backend.example")
            .with("NETRA_AUTH_WEB_ORIGINS", "*")
            .with("NETRA_AUTH_ISUER", "https://auth.example")
            .with("NETRA_AUTH_MASTER_KEY", SECRET)
            .refused();

    assertThat(refused.status()).isEqualTo(78);
    assertThat(keys(refused))
        .contains(
            "NETRA_AUTH_ISSUER",
            "NETRA_AUTH_WEB_ORIGINS",
            "NETRA_AUTH_E2E_KEY",
            "NETRA_AUTH_ISUER");
    assertThat(refused.output()).contains("NETRA_AUTH_E2E_KEY: absent in production");
  }

  @Test
  @Tag("p2")
  @DisplayName("A52 The backend refuses its faults in the same way")
  void theBackendRefusesToo() {
    Instance.Ended refused =
        Instance.of("backend")
            .with("NETRA_BACKEND_LIMITS_MAX_SOCKETS", "0")
            .with("NETRA_BACKEND_DEFAULT_PLAN", "golden")
            .refused();

    assertThat(refused.status()).isEqualTo(78);
    assertThat(keys(refused))
        .containsExactlyInAnyOrder(
            "NETRA_BACKEND_LIMITS_MAX_SOCKETS", "NETRA_BACKEND_DEFAULT_PLAN");
  }

  @Test
  @Tag("p2")
  @DisplayName("A52 A port that is taken ends the start and is named")
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String port = Integer.toString(holder.getLocalPort());

      Instance.Ended refused = Instance.of("auth").with("SERVER_PORT", port).refused();

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.output()).contains(port);
    }
  }

  @Test
  @Tag("p1")
  @DisplayName("A59 A backend started before auth is 503 until auth is there, then ready")
  void waitsForAuth(Identity ann) {
    Instance backend = Instance.of("backend").calling("auth", "NETRA_BACKEND_AUTH_URL").begin();
    backend.refuse("auth");
    Answer early =
        Await.until(
            "an answer of the phase that waits for auth",
            () -> backend.rest().tryGet("/health/ready"),
            answer -> answer.status() == 503);

    backend.heal("auth");
    backend.awaitReady();

    assertThat(early.header("Retry-After")).isNotEmpty();
    assertThat(backend.rest().get("/health/ready").text("/phase")).isEqualTo("ready");
    assertThat(backend.rest().as(ann).get("/api/threads").listed()).isEmpty();
  }

  @Test
  @Tag("p1")
  @Tag("cold-start")
  @DisplayName("W8 A socket before the backend is ready is 503 with a wait, and opens afterwards")
  void earlySocketIsAskedToWait(Identity ann) {
    Instance backend = Instance.of("backend").calling("auth", "NETRA_BACKEND_AUTH_URL").begin();
    backend.refuse("auth");
    Await.until(
        "an answer of the phase that waits for auth",
        () -> backend.rest().tryGet("/health/startup"),
        answer -> answer.status() == 503);
    Outcome.Refused early = Handshake.subprotocol(ann.accessToken()).at(backend.url()).refused();

    backend.heal("auth");
    backend.awaitReady();

    assertThat(early.refusal()).isEqualTo("503 SERVICE_NOT_READY");
    assertThat(early.headers().get("retry-after")).isEqualTo("2");
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }

  @Test
  @Tag("p2")
  @DisplayName("H164 An instance that begins with a copy of the data has what was answered")
  void aCopyHasTheData(Identity ann) {
    Answer made = Rest.backend().as(ann).post("/api/threads", "{\"title\":\"kept\"}");
    Instance copy = Instance.of("backend").copyOfData().start();

    Answer read = copy.rest().as(ann).get("/api/threads/" + made.text("/id"));

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text("/title")).isEqualTo("kept");
  }

  private static List<String> keys(Instance.Ended refused) {
    return refused
        .output()
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(line -> line.strip().split(":", 2)[0])
        .toList();
  }
}
