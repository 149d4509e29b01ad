package ai.netra.backend.reports;

import ai.netra.contract.report.Chart;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.Section;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as one page that loads nothing: style, charts and facts are in it; it prints on A4. */
final class HtmlExport {

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;\
      color:#1a1a1a}
      h1,h2{line-height:1.2}table{border-collapse:collapse;margin:.5rem 0;width:100%}
      th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;overflow-wrap:anywhere}
      code{background:#f2f2f2;padding:0 .2em}li.sub{margin-left:1.5rem}
      svg{width:100%;margin:.5rem 0}svg text{font-size:12px}svg .n{text-anchor:end}
      a{color:inherit;text-decoration:underline dotted}svg .t{font-weight:600}svg rect{fill:#2f6db3}.facts{color:#666;font-size:.85em}
      @page{size:A4;margin:15mm}@media print{tr,svg{break-inside:avoid}body{margin:0}}
      """;

  /** What a browser may do with the page when it is served: show it, with its own style. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(digest("\n" + STYLE));

  private HtmlExport() {}

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256: every Java platform has it", e);
    }
  }

  static String of(Report report) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n<title>").append(HtmlText.escape(report.title()));
    page.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    page.append("<h1>").append(HtmlText.escape(report.title())).append("</h1>\n");
    page.append(identity(report));
    report.sections().forEach(section -> page.append(section(section)));
    if (!report.charts().isEmpty()) {
      page.append("<h2>Charts</h2>\n");
      report.charts().stream().map(HtmlExport::chart).forEach(page::append);
    }
    if (!report.facts().isEmpty()) {
      page.append(facts(report.facts()));
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static String identity(Report report) {
    return ExportFormat.identity(report).stream()
        .map(
            line ->
                "<tr><th>%s</th><td>%s</td></tr>\n"
                    .formatted(HtmlText.escape(line.getFirst()), HtmlText.escape(line.getLast())))
        .collect(Collectors.joining("", "<table>\n", "</table>\n"));
  }

  private static String section(Section section) {
    return "<h2>%d. %s</h2>\n%s%s"
        .formatted(
            section.number(),
            HtmlText.escape(section.title()),
            HtmlText.linked(HtmlBlocks.of(MarkedText.of(section, HtmlText::mark))),
            links(section.facts()));
  }

  private static String chart(Chart chart) {
    return SvgChart.of(chart) + links(chart.facts());
  }

  /** Each opens the trace of its fact. */
  private static String links(List<String> facts) {
    if (facts.isEmpty()) {
      return "";
    }
    return facts.stream()
        .map(id -> "<a href=\"#%1$s\">%1$s</a>".formatted(HtmlText.escape(id)))
        .collect(Collectors.joining(" ", "<p class=\"facts\">Facts: ", "</p>\n"));
  }

  private static String facts(List<Fact> facts) {
    return facts.stream()
        .map(HtmlExport::row)
        .collect(
            Collectors.joining(
                "",
                "<h2>Facts</h2>\n<table>\n<tr><th>id</th><th>name</th><th>value</th><th>label</th>"
                    + "<th>source</th></tr>\n",
                "</table>\n"));
  }

  private static String row(Fact fact) {
    return "<tr id=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(
            HtmlText.escape(fact.id()),
            HtmlText.escape(fact.id()),
            HtmlText.escape(fact.name()),
            HtmlText.escape(Quantity.of(fact).render()),
            fact.label().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            HtmlText.escape(MarkdownExport.source(fact.source())));
  }
}
