package ai.netra.contract.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of 32 bytes, and keys that an environment forbids. */
final class KeyRuleTest {

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private static Reading read(String key, String value, String environment) {
    return Configuration.read("auth", Map.of("NETRA_ENV", environment, key, value));
  }

  @Test
  void aKeyIs32BytesInBase64Url() {
    assertThat(read("NETRA_AUTH_MASTER_KEY", KEY, "test")).isInstanceOf(Reading.Accepted.class);
    for (String wrong : new String[] {KEY + "AA", KEY.replace('A', '+'), "x".repeat(43)}) {
      assertThat(read("NETRA_AUTH_MASTER_KEY", wrong, "test").toString())
          .contains("NETRA_AUTH_MASTER_KEY")
          .doesNotContain(wrong);
    }
  }

  @Test
  void whatAnEnvironmentForbidsIsRefusedByItsPresence() {
    String secret = "a-key-for-test-identities-0123456789";

    assertThat(read("NETRA_AUTH_E2E_KEY", secret, "test")).isInstanceOf(Reading.Accepted.class);
    assertThat(read("NETRA_AUTH_E2E_KEY", secret, "production").toString())
        .contains("absent in production")
        .doesNotContain(secret);
  }
}
