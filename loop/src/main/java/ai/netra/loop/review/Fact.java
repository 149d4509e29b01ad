package ai.netra.loop.review;

import java.util.Locale;

/**
 * A place that defines something which should be defined once.
 *
 * @param kind what it is: a constant, a route, a table …
 * @param value in one way of writing: two places with the same kind and value are a duplicate
 * @param needle a word that every file with this fact holds, in {@link #normal} form
 */
record Fact(String kind, String value, String needle, int line) {

  static final String KEY = "key";
  static final String ROUTE = "route";

  /** With a name so short that two modules may have it by chance. */
  static final String SHORT_NUMBER = "short number";

  /** Whether two modules may define it, each for itself. */
  boolean isOfModule() {
    return kind.equals(ROUTE) || kind.equals(SHORT_NUMBER);
  }

  boolean isSame(Fact other) {
    return kind.equals(other.kind) && value.equals(other.value);
  }

  /** Small letters and digits alone, so that {@code MAX_FRAME} and {@code maxFrame} are one. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        normal.append(c);
      }
    }
    return normal.toString();
  }
}
