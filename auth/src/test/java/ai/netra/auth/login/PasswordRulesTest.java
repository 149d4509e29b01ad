package ai.netra.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.accounts.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A4. */
final class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules(12);
  private final Optional<EmailAddress> email = EmailAddress.of("annabel@example.com");

  @ParameterizedTest
  @CsvSource({
    "elevenchars,12 to 128 characters",
    "1234567887654321,most breached",
    "Zebrazebrazebra,repeated",
    "aaaaaaaaaaaaa,repeated",
    "abcabcabcabca,repeated",
    "xx annabel xx yy,address",
    "the netra product,product"
  })
  void whatIsEasyToGuessIsRefusedWithTheRule(String password, String rule) {
    assertThat(rules.broken(password, email)).get().asString().contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwmzkdhrtbls", "correct horse battery", "  blanks count  x"})
  void anythingElseOfTwelveCharactersIsTaken(String password) {
    assertThat(rules.broken(password, email)).isEmpty();
  }

  @Test
  void lengthsAreThoseOfTheComposedForm() {
    String decomposed = "a\u0308".repeat(6) + "bcdef";

    assertThat(PasswordRules.normal(decomposed)).hasSize(11);
    assertThat(rules.broken(decomposed, email)).isPresent();
  }

  @Test
  void aHashFitsItsPasswordInEitherFormAlone() {
    Hashes hashes = new Hashes();
    String hash = hashes.hash("pässwörd of ann");

    assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashes.matches("pa\u0308sswo\u0308rd of ann", hash)).isTrue();
    assertThat(hashes.matches("another", hash)).isFalse();
    assertThat(hashes.weak(hash)).isFalse();
  }
}
