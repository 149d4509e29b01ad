package ai.netra.backend.reports;

import ai.netra.contract.report.Action;
import ai.netra.contract.report.Chart;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Recommendation;
import ai.netra.contract.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as tables: its run, its facts, and each table and chart of its sections. */
final class CsvExport {

  private CsvExport() {}

  /** A zip with one file a table that has a row. */
  static byte[] of(Report report) {
    List<CsvTable> tables = new ArrayList<>();
    CsvTable identity = new CsvTable("report", List.of("field", "value"));
    ExportFormat.identity(report).forEach(identity::row);
    tables.add(identity);
    tables.add(facts(report.facts()));
    report.sections().forEach(section -> tables.addAll(MarkdownTables.of(section)));
    report.charts().forEach(chart -> tables.add(chart(chart)));
    tables.add(recommendations(report));
    tables.add(actions(report));
    tables.add(assumptions(report));
    tables.add(missing(report));
    return StoredZip.of(tables.stream().filter(table -> !table.isEmpty()).toList());
  }

  private static CsvTable facts(List<Fact> facts) {
    CsvTable table =
        new CsvTable("facts", List.of("id", "name", "value", "unit", "label", "source"));
    for (Fact fact : facts) {
      table.row(
          List.of(
              fact.id(),
              fact.name(),
              fact.value(),
              fact.unit().name().toLowerCase(Locale.ROOT),
              fact.label().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              MarkdownExport.source(fact.source())));
    }
    return table;
  }

  private static CsvTable chart(Chart chart) {
    CsvTable table =
        new CsvTable("chart_" + chart.kind(), List.of("series", "x", "value", "unit", "label"));
    for (Chart.Series series : chart.series()) {
      for (List<Object> point : series.points()) {
        table.row(
            List.of(
                series.name(),
                point.getFirst(),
                point.getLast(),
                chart.unit().name().toLowerCase(Locale.ROOT),
                chart.label().name().toLowerCase(Locale.ROOT).replace('_', '-')));
      }
    }
    return table;
  }

  private static CsvTable recommendations(Report report) {
    CsvTable table =
        new CsvTable(
            "recommendations",
            List.of(
                "id",
                "strategy",
                "title",
                "monthly_saving_usd_low",
                "monthly_saving_usd_expected",
                "monthly_saving_usd_high",
                "concerned_spend_usd",
                "confidence"));
    for (Recommendation each : report.recommendations()) {
      table.row(
          List.of(
              each.id(),
              each.strategy(),
              each.title(),
              each.monthlySaving().low(),
              each.monthlySaving().expected(),
              each.monthlySaving().high(),
              each.concernedSpend(),
              each.confidence()));
    }
    return table;
  }

  private static CsvTable actions(Report report) {
    CsvTable table =
        new CsvTable(
            "actions", List.of("id", "strategy", "title", "owner_role", "hours_expected", "steps"));
    for (Action each : report.actions()) {
      table.row(
          List.of(
              each.id(),
              each.strategy(),
              each.title(),
              each.ownerRole(),
              each.effortHours().expected(),
              String.join("\n", each.steps())));
    }
    return table;
  }

  private static CsvTable assumptions(Report report) {
    CsvTable table =
        new CsvTable("assumptions", List.of("name", "low", "expected", "high", "set_by"));
    report
        .assumptions()
        .forEach(
            each ->
                table.row(
                    List.of(each.name(), each.low(), each.expected(), each.high(), each.setBy())));
    return table;
  }

  private static CsvTable missing(Report report) {
    CsvTable table = new CsvTable("missing_data", List.of("field", "why", "unlocks"));
    report
        .missingData()
        .forEach(
            ask -> table.row(List.of(ask.field(), ask.why(), String.join(" ", ask.unlocks()))));
    return table;
  }
}
