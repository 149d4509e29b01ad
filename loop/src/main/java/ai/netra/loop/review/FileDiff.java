package ai.netra.loop.review;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change does to one file.
 *
 * @param path from the root, with slashes
 * @param form text, or what cannot be read as lines
 */
record FileDiff(String path, Kind kind, Form form, List<Hunk> hunks) {

  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  enum Form {
    TEXT,
    BINARY,
    LINK
  }

  /**
   * A piece of the change.
   *
   * @param start the line of the candidate that it begins at, from 1
   * @param lines with their first character: blank, plus or minus
   */
  record Hunk(int start, List<String> lines) {}

  /** The same file where nobody can read it. */
  FileDiff unreadable() {
    return new FileDiff(path, kind, Form.BINARY, List.of());
  }

  /** The lines that the candidate has and the file before it had not, with their numbers. */
  List<Line> added() {
    List<Line> added = new ArrayList<>();
    for (Hunk hunk : hunks) {
      int number = hunk.start();
      for (String line : hunk.lines()) {
        if (line.startsWith("+")) {
          added.add(new Line(number, line.substring(1)));
        }
        number += line.startsWith("-") ? 0 : 1;
      }
    }
    return added;
  }

  /** The lines that are gone, numbered by where they would stand now. */
  List<Line> removed() {
    List<Line> removed = new ArrayList<>();
    for (Hunk hunk : hunks) {
      int number = hunk.start();
      for (String line : hunk.lines()) {
        if (line.startsWith("-")) {
          removed.add(new Line(Math.max(1, number), line.substring(1)));
        }
        number += line.startsWith("-") ? 0 : 1;
      }
    }
    return removed;
  }

  /**
   * The text before the change: the candidate's with every hunk taken back.
   *
   * @throws IllegalArgumentException when a hunk does not fit the text
   */
  String before(String after) {
    List<String> lines = lines(after);
    for (Hunk hunk : hunks.reversed()) {
      int from = Math.max(0, hunk.start() - 1);
      List<String> now = hunk.lines().stream().filter(it -> !it.startsWith("-")).toList();
      int to = from + now.size();
      if (to > lines.size() || !lines.subList(from, to).equals(tails(now))) {
        throw new IllegalArgumentException(
            path + ": the hunk at line " + hunk.start() + " does not fit the candidate's text");
      }
      List<String> place = lines.subList(from, to);
      place.clear();
      place.addAll(tails(hunk.lines().stream().filter(it -> !it.startsWith("+")).toList()));
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** As git counts them: a return alone ends no line. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static List<String> tails(List<String> lines) {
    return lines.stream().map(line -> line.substring(1)).toList();
  }
}
