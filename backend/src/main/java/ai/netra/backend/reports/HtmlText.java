package ai.netra.backend.reports;

import java.util.regex.Pattern;

/** Text in HTML: everything is escaped first, then the few marks of our Markdown become tags. */
final class HtmlText {

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern EMPHASIS = Pattern.compile("\\*([^* ][^*]*)\\*");

  private HtmlText() {}

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
