package ai.netra.backend.agents;

import java.util.List;
import java.util.regex.Pattern;

/** Names of users in Markdown: shown as they are, never read as markup. */
final class Markdown {

  private static final int MAX_NAME = 200;

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private Markdown() {}

  /** A name as code, in one line, whatever it holds. */
  static String code(String name) {
    String line = name.replaceAll("[\\p{Cntrl}`|]", " ").strip();
    String cut = line.length() > MAX_NAME ? line.substring(0, MAX_NAME) : line;
    return "`" + (cut.isEmpty() ? " " : cut) + "`";
  }

  /** The names that stand as code in a text of ours. */
  static List<String> codes(String text) {
    return CODE.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
