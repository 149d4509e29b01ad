package ai.netra.loop.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds long words of mixed case and digits: keys and opaque tokens. Hashes are of one case, words
 * and ids hardly change it.
 */
final class RandomText {

  private static final int SHORTEST = 32;

  /** Of 32 random characters, fewer are digits once in some ten cases, in longer ones hardly. */
  private static final int LEAST_DIGITS = 3;

  /** Random letters change their case some ten times in 32 characters. */
  private static final int LEAST_CASE_CHANGES = 5;

  private RandomText() {}

  static List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && isWordCharacter(text.charAt(at))) {
        continue;
      }
      if (at - from >= SHORTEST && isRandom(text, from, at)) {
        spans.add(new Span(from, at));
      }
      from = at + 1;
    }
    return spans;
  }

  private static boolean isWordCharacter(char c) {
    return isLower(c) || isUpper(c) || isDigit(c) || c == '_' || c == '-' || c == '+';
  }

  private static boolean isRandom(String text, int from, int to) {
    int digits = isDigit(text.charAt(from)) ? 1 : 0;
    int caseChanges = 0;
    for (int at = from + 1; at < to; at++) {
      char before = text.charAt(at - 1);
      char now = text.charAt(at);
      digits += isDigit(now) ? 1 : 0;
      caseChanges += changesCase(before, now) ? 1 : 0;
    }
    return digits >= LEAST_DIGITS && caseChanges >= LEAST_CASE_CHANGES;
  }

  private static boolean changesCase(char before, char now) {
    return (isLower(before) && isUpper(now)) || (isUpper(before) && isLower(now));
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
