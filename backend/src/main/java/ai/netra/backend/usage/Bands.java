package ai.netra.backend.usage;

import java.util.Collection;
import java.util.Comparator;

/** Ranges of a column between cuts: each row is told by the greatest cut that it reaches. */
final class Bands {

  private Bands() {}

  /**
   * The band as an expression.
   *
   * @param below what stands for rows under the first cut
   */
  static String text(String column, Collection<Long> cuts, long below) {
    StringBuilder text = new StringBuilder();
    cuts.stream()
        .filter(cut -> cut > below)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(cut -> text.append(" when %s >= %d then %d".formatted(column, cut, cut)));
    String otherwise = "(" + below + ")::bigint";
    return text.isEmpty() ? otherwise : "case" + text + " else " + otherwise + " end";
  }
}
