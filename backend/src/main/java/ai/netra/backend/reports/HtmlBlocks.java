package ai.netra.backend.reports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of our Markdown as HTML: paragraphs, lists of two levels, tables. Used once. */
final class HtmlBlocks {

  private static final Pattern ITEM = Pattern.compile("( *)(?:-|\\d+\\.) (.*)");
  private static final Pattern RULE = Pattern.compile("\\|(?:-+\\|)+");

  private final StringBuilder html = new StringBuilder();
  private String open = "";

  private HtmlBlocks() {}

  static String of(String markdown) {
    HtmlBlocks blocks = new HtmlBlocks();
    markdown.lines().forEach(blocks::line);
    blocks.become("");
    return blocks.html.toString();
  }

  private void line(String line) {
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      become("");
    } else if (line.startsWith("|")) {
      row(line);
    } else if (item.matches()) {
      become("ul");
      String style = item.group(1).isEmpty() ? "<li>" : "<li class=\"sub\">";
      html.append(style).append(HtmlText.inline(item.group(2))).append("</li>\n");
    } else {
      become("p");
      html.append(HtmlText.inline(line)).append('\n');
    }
  }

  private void row(String line) {
    if (RULE.matcher(line).matches()) {
      return;
    }
    String tag = open.equals("table") ? "td" : "th";
    become("table");
    String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
    html.append("<tr>");
    for (String cell : List.of(inner.split("\\|", -1))) {
      html.append('<').append(tag).append('>').append(HtmlText.inline(cell.strip()));
      html.append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  private void become(String block) {
    if (open.equals(block)) {
      return;
    }
    if (!open.isEmpty()) {
      html.append("</").append(open).append(">\n");
    }
    if (!block.isEmpty()) {
      html.append('<').append(block).append(">\n");
    }
    open = block;
  }
}
