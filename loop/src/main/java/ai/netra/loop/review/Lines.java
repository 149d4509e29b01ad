package ai.netra.loop.review;

import java.util.List;
import java.util.stream.Stream;

/** Finds hints in the new lines of a file, at most one a line. */
final class Lines {

  private Lines() {}

  /**
   * What a line gives away.
   *
   * @param words what it is, and the line itself
   */
  record Found(int line, String words) {}

  /** In code: comments and the insides of strings do not count. */
  static Stream<Found> inCode(Material material, ChangedFile file, List<Hint> hints) {
    return found(material.freshCode(file), hints);
  }

  /** In everything that is written. */
  static Stream<Found> inText(Material material, ChangedFile file, List<Hint> hints) {
    return found(material.fresh(file).stream().filter(it -> hasCode(file, it)).toList(), hints);
  }

  /** Comments of parsed files say nothing that runs. */
  private static boolean hasCode(ChangedFile file, Line line) {
    return file.code().containsKey(line.number());
  }

  private static Stream<Found> found(List<Line> lines, List<Hint> hints) {
    return lines.stream()
        .flatMap(
            line ->
                Hint.in(line.text(), hints).stream()
                    .map(hint -> new Found(line.number(), words(hint, line))));
  }

  private static String words(Hint hint, Line line) {
    return hint.words() + ": " + line.text().strip();
  }
}
