package ai.netra.backend.reports;

import ai.netra.contract.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a report leaves as a file. The same report gives the same bytes. */
enum ExportFormat {
  JSON("application/json"),
  MD("text/markdown; charset=utf-8"),
  HTML("text/html; charset=utf-8"),
  CSV("application/zip");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** The name on the wire. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the file's name ends. */
  String ending() {
    return this == CSV ? "zip" : wireName();
  }

  byte[] file(String body) {
    return switch (this) {
      case JSON -> body.getBytes(StandardCharsets.UTF_8);
      case MD -> MarkdownExport.of(ReportJson.read(body)).getBytes(StandardCharsets.UTF_8);
      case HTML -> HtmlExport.of(ReportJson.read(body)).getBytes(StandardCharsets.UTF_8);
      case CSV -> CsvExport.of(ReportJson.read(body));
    };
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ExportFormat::wireName).toList();
  }

  static ExportFormat named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** What each export states of the run that it came from, in this order. */
  static List<List<String>> identity(Report report) {
    String labels =
        String.join(
            ", ",
            report.facts().stream()
                .map(fact -> fact.label().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .distinct()
                .sorted()
                .toList());
    return List.of(
        List.of("Report", report.id()),
        List.of("Run", report.runId()),
        List.of("Created", report.createdAt()),
        List.of("Data set", report.dataUsed().dataset()),
        List.of("Watermark", Long.toString(report.dataUsed().watermark())),
        List.of(
            "Window",
            report.dataUsed().from() + " to " + report.dataUsed().to() + " (end excluded)"),
        List.of("Catalogue", report.catalogueVersion() + ", prices of " + report.pricesAsOf()),
        List.of("Prose", report.prose() + ", " + report.proseReason()),
        List.of("Labels", labels.isEmpty() ? "none" : labels));
  }
}
