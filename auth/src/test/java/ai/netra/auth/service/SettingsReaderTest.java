package ai.netra.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.service.SettingsReader.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsReaderTest {

  private static AuthSettings accepted(Map<String, String> variables) {
    return ((Outcome.Accepted) SettingsReader.read(variables)).settings();
  }

  private static String refused(Map<String, String> variables) {
    return ((Outcome.Refused) SettingsReader.read(variables)).text();
  }

  @Test
  void developmentNeedsNothing() {
    AuthSettings settings = accepted(Map.of("HOME", "/home/ann"));

    assertThat(settings.port()).isEqualTo(8081);
    assertThat(settings.database()).hasToString("/home/ann/.local/share/netra/auth/auth.db");
    assertThat(settings.jsonLogin()).isTrue();
    assertThat(settings.webOrigins()).containsExactly("http://localhost:8000");
    assertThat(settings.lifetimes().access()).isEqualTo(Duration.ofMinutes(60));
    assertThat(settings.throttling().accountIp())
        .isEqualTo(new Throttling.Rate(5, Duration.ofMinutes(15)));
  }

  @Test
  void theDatabaseAndTheLimitsThatDifferAreTakenAsSet() {
    AuthSettings settings =
        accepted(
            Map.of(
                "NETRA_ENV", "test",
                "NETRA_AUTH_DATABASE_URL", "jdbc:sqlite:/var/netra/a.db",
                "NETRA_AUTH_THROTTLE_IP", "100/2h"));

    assertThat(settings.database()).hasToString("/var/netra/a.db");
    assertThat(settings.differing())
        .containsExactly("NETRA_AUTH_THROTTLE_IP=100/2h (default 30/15m)");
    assertThat(settings.throttling().ip()).isEqualTo(new Throttling.Rate(100, Duration.ofHours(2)));
  }

  @Test
  void aPostgresAddressIsRefusedByNameTogetherWithTheRest() {
    String text =
        refused(
            Map.of(
                "NETRA_AUTH_DATABASE_URL",
                "jdbc:postgresql://h/n",
                "NETRA_AUTH_PASSWORD_MIN",
                "8"));

    assertThat(text.lines()).hasSize(3);
    assertThat(text)
        .contains("NETRA_AUTH_DATABASE_URL: jdbc:sqlite:FILE", "NETRA_AUTH_PASSWORD_MIN");
  }

  @Test
  void eachFlawOfASecretIsRefusedByNameAndNeverShown() {
    Map<String, String> flaws = new HashMap<>();
    flaws.put("a-key-for-test-identities-0123456789\n", "control character");
    flaws.put(" a-key-for-test-identities-0123456789", "blank");
    flaws.put("short", "32 characters");
    flaws.put("your_key_for_test_identities_0123456789", "placeholder");
    flaws.put("a".repeat(40), "distinct");

    flaws.forEach(
        (secret, rule) ->
            assertThat(refused(Map.of("NETRA_AUTH_E2E_KEY", secret)))
                .contains("NETRA_AUTH_E2E_KEY", rule)
                .doesNotContain(secret));
  }
}
