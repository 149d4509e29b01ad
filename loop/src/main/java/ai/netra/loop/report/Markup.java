package ai.netra.loop.report;

/** Text inside HTML and XML, in content and in attributes. */
final class Markup {

  private Markup() {}

  /** With what the two would take for markup escaped, and without what XML cannot hold. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(it -> append(escaped, it));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isText(point) ? point : '\uFFFD');
    }
  }

  /** The characters of XML 1.0. */
  private static boolean isText(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
