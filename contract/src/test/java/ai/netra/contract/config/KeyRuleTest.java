package ai.netra.contract.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:hidden@h/n",
        "jdbc:mysql://ann:hidden@h/n",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:",
        "jdbc:sqlite:file:a?mode=memory",
        "/var/hidden.db"
      })
  void aDatabaseIsASqliteFileAndNothingElseIsShownOfAnother(String wrong) {
    for (String service : new String[] {"auth", "backend"}) {
      String key = "NETRA_%s_DATABASE_URL".formatted(service.toUpperCase(Locale.ROOT));

      assertThat(Configuration.read(service, Map.of("NETRA_ENV", "test", key, wrong)).toString())
          .contains(key, "jdbc:sqlite:FILE in this version", "name a SQLite file")
          .doesNotContain("hidden");
    }
  }
}
