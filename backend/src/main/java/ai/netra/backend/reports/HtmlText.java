package ai.netra.backend.reports;

import java.util.regex.Pattern;

/** Text in HTML: everything is escaped first, then the few marks of our Markdown become tags. */
final class HtmlText {

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern EMPHASIS = Pattern.compile("\\*([^* ][^*]*)\\*");

  /** Characters of private use, which {@link MarkedText} lets into no text. */
  private static final char OPEN = '\uE000';

  private static final char BETWEEN = '\uE001';
  private static final char CLOSE = '\uE002';
  private static final Pattern MARK =
      Pattern.compile(OPEN + "(f\\d+)" + BETWEEN + "([^" + CLOSE + "]*)" + CLOSE);

  private HtmlText() {}

  /** Marks words as those of a fact; {@link #linked} makes the mark a link. */
  static String mark(String fact, String words) {
    return OPEN + fact + BETWEEN + words + CLOSE;
  }

  /** A page's marks as links to the rows of their facts. */
  static String linked(String html) {
    return MARK.matcher(html).replaceAll("<a href=\"#$1\">$2</a>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A line; within code nothing is a mark. */
  static String inline(String text) {
    StringBuilder html = new StringBuilder();
    var matcher = CODE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      html.append(marked(text.substring(from, matcher.start())));
      html.append("<code>").append(escape(matcher.group(1))).append("</code>");
      from = matcher.end();
    }
    return html.append(marked(text.substring(from))).toString();
  }

  private static String marked(String text) {
    String bold = BOLD.matcher(escape(text)).replaceAll("<b>$1</b>");
    return EMPHASIS.matcher(bold).replaceAll("<em>$1</em>");
  }
}
