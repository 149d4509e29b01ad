package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A8 and A51 on an instance with the default limits. */
final class ThrottleIT {

  @TempDir Path folder;

  @Test
  void theDefaultLimitsHoldForKnownAndUnknownAccounts() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    variables.keySet().removeIf(key -> key.contains("THROTTLE"));
    try (AuthProcess service = AuthProcess.ready(folder, variables)) {
      Client client = new Client(service.address());
      String known = Client.newAddress();
      String other = Client.newAddress();
      assertThat(client.register(known).status()).isEqualTo(201);
      assertThat(client.register(other).status()).isEqualTo(201);

      blockedAfterFive(client, known);
      blockedAfterFive(client, Client.newAddress());

      assertThat(client.login(known, Client.PASSWORD).status()).isEqualTo(429);
      assertThat(client.login(other, Client.PASSWORD).status()).isEqualTo(200);
      wrongTestKeysAreBlocked(client);
    }
  }

  private static void blockedAfterFive(Client client, String address) {
    for (int i = 0; i < 5; i++) {
      assertThat(client.login(address, "a wrong password").status()).isEqualTo(401);
    }
    Reply blocked = client.login(address, "a wrong password");
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.at("/error_code")).isEqualTo("RATE_LIMITED");
    assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 30);
  }

  private static void wrongTestKeysAreBlocked(Client client) {
    for (int i = 0; i < 5; i++) {
      assertThat(client.post("/auth/e2e/identities", Map.of("count", 1)).status()).isEqualTo(401);
    }
    assertThat(client.post("/auth/e2e/identities", Map.of("count", 1)).status()).isEqualTo(429);
  }

  @Test
  void closedRegistrationAndJsonLoginAreSwitches() {
    Map<String, String> variables = AuthProcess.variables(folder.resolve("data"));
    variables.put("NETRA_AUTH_REGISTRATION", "closed");
    variables.put("NETRA_AUTH_JSON_LOGIN", "off");
    variables.remove("NETRA_AUTH_E2E_KEY");
    try (AuthProcess service = AuthProcess.ready(folder, variables)) {
      Client client = new Client(service.address());

      assertThat(client.register(Client.newAddress()).at("/error_code"))
          .isEqualTo("REGISTRATION_CLOSED");
      assertThat(client.login("a@example.com", "x").at("/error_code"))
          .isEqualTo("FEATURE_DISABLED");
      assertThat(client.post("/auth/e2e/identities", Map.of("count", 1)).at("/error_code"))
          .isEqualTo("NOT_FOUND");
    }
  }
}
