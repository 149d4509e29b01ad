package ai.netra.contract.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static final String SECRET = "q3R-7vYwXz0LmN5bKcTgHs8dJ1fPaE2uQ4iOWr6yBnM";

  @Test
  void developmentStartsWithoutAnyKey() {
    Configuration auth = accepted("auth", Map.of());

    assertThat(auth.environment()).isEqualTo(Environment.DEVELOPMENT);
    assertThat(auth.text("NETRA_AUTH_ISSUER")).isEqualTo("http://localhost:8081");
    assertThat(auth.optional("NETRA_AUTH_E2E_KEY")).isEmpty();
  }

  @Test
  void everyFaultIsFoundAtOnce() {
    List<Finding> findings =
        refused(
            "backend",
            Map.of(
                "NETRA_ENV", "testing",
                "SERVER_PORT", "eighty",
                "NETRA_BACKEND_URL", "http://example.com/path",
                "NETRA_BACKEND_LIMITS_MAX_SOCKETS", "0",
                "NETRA_BACKEND_LIMIT_MAX_SOCKETS", "20"));

    assertThat(findings)
        .extracting(Finding::key)
        .contains(
            "NETRA_ENV",
            "SERVER_PORT",
            "NETRA_BACKEND_URL",
            "NETRA_BACKEND_LIMITS_MAX_SOCKETS",
            "NETRA_BACKEND_LIMIT_MAX_SOCKETS");
  }

  @Test
  void aLimitMayBeTenTimesItsDefaultWhereTheServiceIsDeployed() {
    String limit = "NETRA_BACKEND_LIMITS_MAX_SOCKETS";

    assertThat(accepted("backend", Map.of(limit, "201")).number(limit)).isEqualTo(201);
    assertThat(refused("backend", Map.of("NETRA_ENV", "staging", limit, "201")))
        .extracting(Finding::key)
        .contains(limit);
    assertThat(refused("backend", Map.of("NETRA_ENV", "staging", limit, "200")))
        .extracting(Finding::key)
        .doesNotContain(limit);
  }

  @Test
  void productionRequiresWhatHasNoSafeDefault() {
    assertThat(refused("auth", Map.of("NETRA_ENV", "production")))
        .extracting(Finding::key)
        .contains(
            "NETRA_AUTH_ISSUER",
            "NETRA_BACKEND_URL",
            "NETRA_AUTH_MASTER_KEY",
            "NETRA_BACKEND_CLIENT_SECRET",
            "NETRA_AUTH_DATABASE_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        " q3R-7vYwXz0LmN5bKcTgHs8dJ1fPaE2uQ4iOWr6yBnM",
        "q3R-7vYwXz0LmN5bKcTgHs8dJ1fPaE2uQ4iOWr6yBnM\n",
        "replace-7vYwXz0LmN5bKcTgHs8dJ1fPaE2uQ4iOWr6y",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void aWeakSecretIsRefusedByNameAndNeverShown(String secret) {
    List<Finding> findings = refused("auth", Map.of("NETRA_BACKEND_CLIENT_SECRET", secret));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().key()).isEqualTo("NETRA_BACKEND_CLIENT_SECRET");
    assertThat(findings.getFirst().found()).isEqualTo("a secret of length " + secret.length());
  }

  @Test
  void aSecretMayComeFromAFileButNotFromBoth(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET);

    Configuration read =
        accepted("auth", Map.of("NETRA_BACKEND_CLIENT_SECRET_FILE", file.toString()));
    assertThat(read.text("NETRA_BACKEND_CLIENT_SECRET")).isEqualTo(SECRET);

    Map<String, String> both = new HashMap<>();
    both.put("NETRA_BACKEND_CLIENT_SECRET", SECRET);
    both.put("NETRA_BACKEND_CLIENT_SECRET_FILE", file.toString());
    assertThat(refused("auth", both)).extracting(Finding::rule).containsExactly("set once");
  }

  @Test
  void aFinalNewlineInASecretFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

    assertThat(refused("auth", Map.of("NETRA_BACKEND_CLIENT_SECRET_FILE", file.toString())))
        .hasSize(1);
  }

  @Test
  void keysOfTheOtherServiceArePassedOver() {
    Configuration backend = accepted("backend", Map.of("NETRA_AUTH_THROTTLE_IP", "7/1m"));

    assertThatIllegalArgumentException().isThrownBy(() -> backend.text("NETRA_AUTH_THROTTLE_IP"));
  }

  @ParameterizedTest
  @CsvSource({
    "development, http://localhost:8081, true",
    "development, http://10.0.0.1:8081, false",
    "development, https://auth.acme.test/, false",
    "production, https://auth.acme.test, true",
    "production, http://auth.acme.test, false",
    "production, https://localhost, false",
  })
  void anIssuerKeepsTheRuleOfItsEnvironment(String environment, String issuer, boolean good) {
    Map<String, String> variables = Map.of("NETRA_ENV", environment, "NETRA_AUTH_ISSUER", issuer);
    boolean refused =
        Configuration.read("backend", variables) instanceof Reading.Refused(List<Finding> findings)
            && findings.stream().anyMatch(finding -> finding.key().equals("NETRA_AUTH_ISSUER"));

    assertThat(refused).isEqualTo(!good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/15m", "5/0m", "unlimited", "5", "5/15", "5/15d"})
  void aThrottleIsACountAndAWindow(String throttle) {
    assertThat(refused("auth", Map.of("NETRA_AUTH_THROTTLE_IP", throttle))).hasSize(1);
  }

  @Test
  void whatDiffersFromTheDefaultLimitsIsNamed() {
    Configuration auth =
        accepted(
            "auth", Map.of("NETRA_AUTH_THROTTLE_IP", "60/15m", "NETRA_AUTH_PASSWORD_MIN", "12"));

    assertThat(auth.differing()).containsExactly("NETRA_AUTH_THROTTLE_IP=60/15m (default 30/15m)");
  }

  @Test
  void theRefusalIsOneListUnderOneHeadline() {
    Reading reading = Configuration.read("auth", Map.of("SERVER_PORT", "-1"));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) reading).text("netra-auth"))
        .isEqualToIgnoringNewLines(
            """
            netra-auth: refused to start; findings: 1
              SERVER_PORT: a whole number of 0 to 65535; found '-1'; mend it: the port; 0 takes a free one, told in the log of the start
            """);
  }

  private static Configuration accepted(String service, Map<String, String> variables) {
    Reading reading = Configuration.read(service, variables);
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).configuration();
  }

  private static List<Finding> refused(String service, Map<String, String> variables) {
    Reading reading = Configuration.read(service, variables);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).findings();
  }
}
