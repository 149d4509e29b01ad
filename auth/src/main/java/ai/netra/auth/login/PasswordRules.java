package ai.netra.auth.login;

import ai.netra.auth.accounts.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are taken. Lengths are code points after NFC; nothing is trimmed. */
final class PasswordRules {

  static final int LONGEST = 128;
  private static final String LIST = "/ai/netra/auth/breached-passwords.txt";
  private static final String PRODUCT = "netra";
  private static final int SHORTEST_LOCAL_PART = 4;

  private final int shortest;
  private final Set<String> breached;

  PasswordRules(int shortest) {
    this.shortest = shortest;
    this.breached = read();
  }

  int shortest() {
    return shortest;
  }

  private static Set<String> read() {
    try (InputStream stream = PasswordRules.class.getResourceAsStream(LIST)) {
      if (stream == null) {
        throw new IllegalStateException(LIST + " is not in the artifact");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form of a password that is hashed and compared. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** The rule that a password breaks, if it breaks one; the address may not be known. */
  Optional<String> broken(String password, Optional<EmailAddress> email) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    String lower = normal.toLowerCase(Locale.ROOT);
    if (length < shortest || length > LONGEST) {
      return Optional.of("%d to %d characters".formatted(shortest, LONGEST));
    }
    if (breached.contains(lower)) {
      return Optional.of("not one of the most breached passwords");
    }
    if (email.filter(address -> names(lower, address)).isPresent()) {
      return Optional.of("not holding the address or its local part");
    }
    if (lower.contains(PRODUCT)) {
      return Optional.of("not holding the product's name");
    }
    return repeated(lower)
        ? Optional.of("not one character or one sequence repeated")
        : Optional.empty();
  }

  private static boolean names(String lower, EmailAddress email) {
    String local = email.local();
    return lower.contains(email.key())
        || (local.length() >= SHORTEST_LOCAL_PART && lower.contains(local));
  }

  /** Whether the text is some shorter text repeated, the last time perhaps cut off. */
  private static boolean repeated(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.regionMatches(0, text, period, text.length() - period)) {
        return true;
      }
    }
    return false;
  }
}
