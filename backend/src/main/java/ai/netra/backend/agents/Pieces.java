package ai.netra.backend.agents;

import java.util.ArrayList;
import java.util.List;

/** Cuts an answer into pieces that frames can carry; together they are the answer. */
final class Pieces {

  private static final int MOST_CHARACTERS = 2_000;

  private Pieces() {}

  /** A section a piece, so that each is readable by itself; a longer one is cut hard. */
  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static int end(String text, int from) {
    int section = text.indexOf("\n\n## ", from);
    int to = section < 0 ? text.length() : section + 2;
    if (to - from <= MOST_CHARACTERS) {
      return to;
    }
    int hard = from + MOST_CHARACTERS;
    return Character.isHighSurrogate(text.charAt(hard - 1)) ? hard - 1 : hard;
  }
}
