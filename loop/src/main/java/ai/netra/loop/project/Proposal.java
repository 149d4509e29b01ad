package ai.netra.loop.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that somebody most likely meant. */
final class Proposal {

  /** More differences than this, or than a third of the word, and nothing is proposed. */
  private static final int MOST_DIFFERENCES = 3;

  private Proposal() {}

  /** {@code ; did you mean 'retries'?}, or nothing where no known word is near. */
  static String sentence(String word, Collection<String> known) {
    return nearest(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static Optional<String> nearest(String word, Collection<String> known) {
    int limit = Math.min(MOST_DIFFERENCES, Math.max(1, word.length() / 3));
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(
            Comparator.comparingInt((String near) -> distance(word, near))
                .thenComparing(near -> near));
  }

  /** Edits between two words; two neighbours exchanged count as one (optimal string alignment). */
  private static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int step(int[][] edits, String from, String to, int i, int j) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean exchanged =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return exchanged ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
