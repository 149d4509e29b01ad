package ai.netra.backend.agents;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that somebody may have meant. */
final class Nearest {

  private Nearest() {}

  /** The one with the fewest letters to change; of equals the first of the alphabet. */
  static String to(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String each) -> distance(name.toLowerCase(Locale.ROOT), each))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalArgumentException("known names: at least 1, got 0"));
  }

  /** Letters to add, leave out or change (Levenshtein), row by row of the usual table. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
