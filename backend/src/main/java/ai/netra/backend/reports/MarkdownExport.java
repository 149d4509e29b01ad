package ai.netra.backend.reports;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.Section;
import java.util.List;
import java.util.Locale;

/** A report as one Markdown text, with the identity of its run before and its facts behind. */
final class MarkdownExport {

  private MarkdownExport() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder("# ").append(report.title()).append("\n\n");
    for (List<String> line : ExportFormat.identity(report)) {
      text.append("- ").append(line.getFirst()).append(": ").append(line.getLast()).append('\n');
    }
    for (Section section : report.sections()) {
      text.append("\n## ").append(section.number()).append(". ").append(section.title());
      text.append("\n\n");
      text.append(MarkedText.of(section, (fact, words) -> "[" + words + "](#" + fact + ")"));
      text.append('\n');
      if (!section.facts().isEmpty()) {
        text.append("\nFacts: ").append(String.join(", ", section.facts())).append('\n');
      }
    }
    if (!report.facts().isEmpty()) {
      text.append("\n## Facts\n\n| id | name | value | label | source |\n|---|---|---|---|---|\n");
      report.facts().forEach(fact -> text.append(row(fact)));
    }
    return text.toString();
  }

  private static String row(Fact fact) {
    return "| <a id=\"%1$s\"></a>%1$s | %2$s | %3$s | %4$s | %5$s |\n"
        .formatted(
            fact.id(),
            cell(fact.name()),
            cell(Quantity.of(fact).render()),
            fact.label().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            cell(source(fact.source())));
  }

  /** A trace in one line. */
  static String source(FactSource source) {
    return switch (source) {
      case FactSource.FromRows rows ->
          "query %s over %d rows at watermark %d, %s"
              .formatted(rows.query(), rows.rows(), rows.watermark(), rows.parameters());
      case FactSource.FromCatalogue row ->
          "catalogue %s, %s from %s".formatted(row.version(), row.model(), row.validFrom());
      case FactSource.Derived derived -> derived.formula();
      case FactSource.FromUser user -> "you said: " + user.words();
      case FactSource.Assumed assumed -> "assumption " + assumed.name();
    };
  }

  private static String cell(String text) {
    return text.replaceAll("[\\p{Cntrl}|`]", " ");
  }
}
