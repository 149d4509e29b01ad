package ai.netra.loop.deploy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why a text is no secret; the answer never holds the text. */
final class SecretRules {

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(replace|change|todo|your).*|<.*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The same characters again and again, from the first to the last. */
  private static final Pattern REPEATED = Pattern.compile("(.{1,8}?)\\1+", Pattern.DOTALL);

  /** Letters alone up to this length are a word rather than chance. */
  private static final int LONGEST_WORD = 20;

  private SecretRules() {}

  /** The broken rule in words, or nothing. */
  static Optional<String> problem(String value, int bytes) {
    if (value.isBlank()) {
      return Optional.of("is blank");
    }
    if (!value.strip().equals(value)) {
      return Optional.of("begins or ends with white space");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("holds control characters");
    }
    if (PLACEHOLDER.matcher(value).matches()) {
      return Optional.of("is a placeholder");
    }
    return weakness(value, bytes);
  }

  private static Optional<String> weakness(String value, int bytes) {
    if (value.length() <= LONGEST_WORD && value.chars().allMatch(Character::isLetter)) {
      return Optional.of("is weak: a word");
    }
    if (REPEATED.matcher(value).matches()) {
      return Optional.of("is weak: one part repeated");
    }
    int length = value.getBytes(StandardCharsets.UTF_8).length;
    return length < bytes
        ? Optional.of("is weak: at least " + bytes + " bytes are required, got " + length)
        : Optional.empty();
  }
}
