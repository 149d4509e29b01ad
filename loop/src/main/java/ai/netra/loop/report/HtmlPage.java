package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The report as one HTML file that loads nothing and runs nothing. Records link to a table at its
 * end, which says what each line of the journal is and its hash.
 */
final class HtmlPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff;
        max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem }
      .proved { color: #0a6b3d } .stopped { color: #a3211b }
      .scroll { overflow-x: auto } table { border-collapse: collapse; margin: .4rem 0 1rem }
      caption { text-align: left; font-weight: 600; padding: .4rem 0 }
      th, td { text-align: left; vertical-align: top; padding: .2rem .9rem .2rem 0;
        border-bottom: 1px solid #dde2e8; overflow-wrap: anywhere }
      th { color: #596575; font-weight: 500 } td.number { font-variant-numeric: tabular-nums }
      td.records { color: #596575; white-space: nowrap; font-size: .85em }
      .bar { display: block; width: 9rem; height: .35rem; background: #eef1f4 }
      .bar i { display: block; height: 100%; min-width: 1px; background: #2b6cb0 }
      summary { cursor: pointer; padding: .15rem 0 } .why { color: #596575 }
      .path { list-style: none; padding: 0; max-width: 48rem }
      .path li { border: 1px solid #2b6cb0; border-radius: .3rem; padding: .4rem .7rem;
        margin-bottom: 1.4rem; position: relative; overflow-wrap: anywhere }
      .path li.unknown { border-style: dashed; border-color: #9aa5b1; color: #596575 }
      .path li:not(:last-child)::after { content: "↓"; position: absolute; left: 50%;
        bottom: -1.5rem; color: #2b6cb0 }
      tr:target { background: #fff3c4 }
      </style>
      """;

  private final CycleReport cycle;
  private final StringBuilder page = new StringBuilder();
  private final TreeSet<Long> linked = new TreeSet<>();

  HtmlPage(CycleReport cycle) {
    this.cycle = cycle;
  }

  String text() {
    Report report = cycle.report();
    String title = escaped(report.project() + ": " + report.counted());
    page.append(HEAD + "<title>" + title + "</title>\n</head>\n<body>\n");
    page.append("<h1 class=\"" + escaped(report.verdict()) + "\">" + title + "</h1>\n");
    cycle.sections().forEach(this::section);
    records();
    return page.append("</body>\n</html>\n").toString();
  }

  private void section(Section section) {
    page.append("<h2 id=\"%s\">%s</h2>\n".formatted(section.id(), escaped(section.title())));
    if (!section.why().isEmpty()) {
      page.append("<p class=\"why\">Nothing on record: " + escaped(section.why()) + ".</p>\n");
    }
    section.blocks().forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Figures it -> figures(it);
      case Table it when it.folded() -> folded(it);
      case Table it -> table(it, it.title());
      case Block.Path it -> path(it);
    }
  }

  private void path(Block.Path path) {
    page.append("<h3>" + shortened(path.title()) + "</h3>\n<ol class=\"path\">\n");
    for (Block.Stop it : path.stops()) {
      page.append(it.known() ? "<li>" : "<li class=\"unknown\">");
      page.append("<b>" + escaped(it.level()) + "</b> " + shortened(it.text()));
      page.append(
          it.because().isEmpty() ? "" : "<br/><small>" + shortened(it.because()) + "</small>");
      page.append(" <small>" + anchors(it.records()) + "</small></li>\n");
    }
    page.append("</ol>\n");
  }

  private void figures(Figures block) {
    page.append("<div class=\"scroll\"><table>\n");
    for (Block.Figure it : block.figures()) {
      page.append("<tr><th scope=\"row\">" + escaped(it.name()) + "</th>" + cell(it.value()));
      page.append(links(it.records()) + "</tr>\n");
    }
    page.append("</table></div>\n");
  }

  private void folded(Table table) {
    page.append("<details><summary>" + shortened(table.title()) + "</summary>\n");
    table(table, "");
    page.append("</details>\n");
  }

  private void table(Table table, String caption) {
    page.append("<div class=\"scroll\"><table>\n");
    if (!caption.isEmpty()) {
      page.append("<caption>" + escaped(caption) + "</caption>\n");
    }
    page.append("<tr>");
    table.columns().forEach(it -> page.append("<th>" + escaped(it) + "</th>"));
    page.append("<th>records</th></tr>\n");
    table.rows().forEach(this::row);
    page.append("</table></div>\n");
  }

  private void row(Row row) {
    page.append("<tr>");
    row.values().forEach(it -> page.append(cell(it)));
    page.append(links(row.records()) + "</tr>\n");
  }

  private static String cell(Value value) {
    return switch (value) {
      case Value.Words it -> "<td>" + shortened(it.text()) + "</td>";
      case Value.Amount it -> "<td class=\"number\">" + escaped(it.text()) + "</td>";
      case Value.Span it -> "<td class=\"number\">" + escaped(it.text()) + bar(it) + "</td>";
    };
  }

  private static String bar(Value.Span span) {
    long from = Math.min(100, 100 * span.fromMicros() / span.wholeMicros());
    long width =
        Math.min(100 - from, 100 * (span.toMicros() - span.fromMicros()) / span.wholeMicros());
    return "<span class=\"bar\"><i style=\"margin-left:%d%%;width:%d%%\"></i></span>"
        .formatted(from, width);
  }

  private String links(List<Long> records) {
    return "<td class=\"records\">" + anchors(records) + "</td>";
  }

  private String anchors(List<Long> records) {
    linked.addAll(Texts.shown(records));
    return Texts.joined(records, n -> "<a href=\"#line-" + n + "\">" + n + "</a>");
  }

  /** The lines that figures link to, in words. */
  private void records() {
    Map<Long, Line> lines = new HashMap<>();
    cycle.lines().forEach(it -> lines.put(it.n(), it));
    page.append("<h2 id=\"records\">Records</h2>\n<details><summary>");
    page.append(linked.size() + " of the " + lines.size() + " lines of journal.jsonl</summary>\n");
    page.append("<div class=\"scroll\"><table>\n");
    page.append(
        "<tr><th>line</th><th>time (UTC)</th><th>kind</th><th>what</th><th>hash</th></tr>\n");
    linked.stream().map(lines::get).forEach(this::record);
    page.append("</table></div></details>\n");
  }

  private void record(Line line) {
    page.append("<tr id=\"line-%d\"><td>%d</td>".formatted(line.n(), line.n()));
    page.append("<td>" + line.time() + "</td><td>" + escaped(line.kind().wireName()) + "</td>");
    page.append("<td>" + shortened(Why.words(line.data())) + "</td>");
    page.append("<td>" + escaped(line.hash()) + "</td></tr>\n");
  }

  private static String shortened(String text) {
    return escaped(Texts.shortened(text));
  }

  private static String escaped(String text) {
    return Markup.escaped(text);
  }
}
