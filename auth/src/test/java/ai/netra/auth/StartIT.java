package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start and stop of the real service: A34 (restart), A52 to A54, H60 to H63. */
final class StartIT {

  @TempDir Path folder;

  @Test
  void fiveFaultsAreOneListOfFiveLinesAndNothingIsMade() {
    Path data = folder.resolve("data");
    Map<String, String> variables = AuthProcess.variables(data);
    variables.put("NETRA_AUTH_E2E_KEY", "changeme-changeme-changeme-changeme-changeme");
    variables.put("NETRA_BACKEND_CLIENT_SECRET", "short");
    variables.put("NETRA_AUTH_ISSUER", "http://auth.example.com");
    variables.put("NETRA_AUTH_WEB_ORIGINS", "*");
    variables.put("NETRA_AUTH_REGISTRATON", "open");

    try (AuthProcess refused = AuthProcess.start(folder, variables)) {
      assertThat(refused.exitCode()).isEqualTo(78);
      List<String> lines = refused.errors().lines().toList();
      assertThat(lines).hasSize(6);
      assertThat(refused.errors())
          .contains("NETRA_AUTH_E2E_KEY", "NETRA_BACKEND_CLIENT_SECRET", "NETRA_AUTH_ISSUER")
          .contains("NETRA_AUTH_WEB_ORIGINS", "NETRA_AUTH_REGISTRATON")
          .doesNotContain("changeme-changeme");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void productionRefusesAKeyForTestIdentities() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    variables.put("NETRA_ENV", "production");
    variables.put("NETRA_AUTH_ISSUER", "https://auth.netra.test");
    variables.put("NETRA_BACKEND_URL", "https://netra.test");
    variables.put("NETRA_AUTH_WEB_ORIGINS", "https://netra.test");
    variables.put("NETRA_AUTH_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("auth.db"));
    variables.put("NETRA_AUTH_MASTER_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

    try (AuthProcess refused = AuthProcess.start(folder, variables)) {
      assertThat(refused.exitCode()).isEqualTo(78);
      assertThat(refused.errors().lines()).hasSize(2);
      assertThat(refused.errors()).contains("NETRA_AUTH_E2E_KEY: absent in production");
    }
  }

  @Test
  void developmentStartsWithoutAnyKeyAndTellsTheFirstLogin() throws Exception {
    Map<String, String> variables = new HashMap<>();
    variables.put("SERVER_PORT", "0");
    variables.put("HOME", folder.toString());
    variables.put("NETRA_AUTH_FIRST_ADMIN", "admin@localhost");

    try (AuthProcess started = AuthProcess.ready(folder, variables)) {
      Path file = folder.resolve(".local/share/netra/auth/first-admin-password");
      assertThat(started.output())
          .contains("\"notice\":\"Open http://localhost:8000 and sign in as admin@localhost")
          .contains(file.toString());
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      String password = Files.readString(file).strip();
      Reply login = new Client(started.address()).login("admin@localhost", password);
      assertThat(login.status()).isEqualTo(200);
      assertThat(login.at("/scope")).contains("netra.admin");
      assertThat(started.stop()).isZero();
    }
  }

  @Test
  void aRestartKeepsKeysAccountsAndTokens() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    String keys;
    String token;
    try (AuthProcess first = AuthProcess.ready(folder, variables)) {
      Client client = new Client(first.address());
      keys = client.get("/oauth2/jwks").text();
      token = client.registered().at("/access_token").asString();
      assertThat(first.stop()).isZero();
    }
    try (AuthProcess second = AuthProcess.ready(folder, variables)) {
      Client client = new Client(second.address());
      assertThat(client.get("/oauth2/jwks").text()).isEqualTo(keys);
      assertThat(client.get("/auth/me", token).status()).isEqualTo(200);
    }
  }

  @Test
  void aSecondProcessOnTheSameDatabaseRefusesToStart() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    try (AuthProcess _ = AuthProcess.ready(folder, variables);
        AuthProcess second = AuthProcess.start(folder, variables)) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.errors()).contains("another process uses this database");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
      variables.put("SERVER_PORT", Integer.toString(taken.getLocalPort()));
      try (AuthProcess refused = AuthProcess.start(folder, variables)) {
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors().strip())
            .endsWith("Port " + taken.getLocalPort() + " is already in use");
      }
    }
  }

  @Test
  void healthTellsStatePhasesChecksAndRevision() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    try (AuthProcess started = AuthProcess.ready(folder, variables)) {
      Client client = new Client(started.address());
      Reply ready = client.get("/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.at("/status")).isEqualTo("healthy");
      assertThat(ready.at("/checks/database/status")).isEqualTo("ok");
      assertThat(ready.at("/checks/keys/status")).isEqualTo("ok");
      assertThat(ready.at("/revision")).isEqualTo(client.get("/version").at("/revision"));
      assertThat(client.get("/health/startup").at("/phases/2/name")).isEqualTo("warming");
      assertThat(client.get("/auth/health").at("/service")).isEqualTo("netra-auth");
    }
  }
}
