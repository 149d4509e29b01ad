package ai.netra.backend.agents;

/** Names of users in Markdown: shown as they are, never read as markup. */
final class Markdown {

  private static final int MAX_NAME = 200;

  private Markdown() {}

  /** A name as code, in one line, whatever it holds. */
  static String code(String name) {
    String line = name.replaceAll("[\\p{Cntrl}`|]", " ").strip();
    String cut = line.length() > MAX_NAME ? line.substring(0, MAX_NAME) : line;
    return "`" + (cut.isEmpty() ? " " : cut) + "`";
  }
}
