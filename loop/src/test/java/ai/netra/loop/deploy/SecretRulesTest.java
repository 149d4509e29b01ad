package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRulesTest {

  @ParameterizedTest
  @CsvSource({
    "'   ', is blank",
    "' x7Kq9ZpL2mN4vB6t', begins or ends with white space",
    "'x7Kq9\nZpL2mN4vB6t', holds control characters",
    "ChangeMeNow-1234567, is a placeholder",
    "<your key of 16 bytes>, is a placeholder",
    "TODO, is a placeholder",
    "password, is weak: a word",
    "a1b2a1b2a1b2a1b2, is weak: one part repeated",
    "'x7Kq9ZpL', 'is weak: at least 16 bytes are required, got 8'"
  })
  void aBadSecretIsRefusedByItsRule(String value, String rule) {
    assertThat(SecretRules.problem(value, 16)).contains(rule);
  }

  @Test
  void chanceIsAccepted() {
    assertThat(SecretRules.problem("x7Kq9ZpL2mN4vB6t", 16)).isEmpty();
  }
}
