package ai.netra.loop.report;

import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The report as Markdown; records link to their lines of the journal beside it. */
final class MarkdownPage {

  private final CycleReport cycle;
  private final StringBuilder page = new StringBuilder();

  MarkdownPage(CycleReport cycle) {
    this.cycle = cycle;
  }

  String text() {
    Report report = cycle.report();
    page.append("# ").append(escaped(report.project() + ": " + report.counted())).append("\n");
    cycle.sections().forEach(this::section);
    return page.toString();
  }

  private void section(Section section) {
    page.append("\n## ").append(escaped(section.title())).append("\n");
    if (!section.why().isEmpty()) {
      page.append("\nNothing on record: ").append(escaped(section.why())).append(".\n");
    }
    section.blocks().forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Figures it -> figures(it);
      case Table it -> table(it);
      case Block.Path it -> path(it);
    }
  }

  private void path(Block.Path path) {
    page.append("\n### ").append(cell(path.title())).append("\n\n");
    int number = 1;
    for (Block.Stop it : path.stops()) {
      page.append("%d. %s: %s".formatted(number++, it.level(), cell(it.text())));
      page.append(it.because().isEmpty() ? "" : " (" + cell(it.because()) + ")");
      page.append(it.records().isEmpty() ? "\n" : " " + links(it.records()) + "\n");
    }
  }

  private void figures(Figures block) {
    page.append("\n");
    row(List.of("figure", "value", "records"));
    row(List.of("---", "---", "---"));
    for (Block.Figure it : block.figures()) {
      row(List.of(cell(it.name()), cell(it.value().text()), links(it.records())));
    }
  }

  private void table(Table table) {
    if (!table.title().isEmpty()) {
      page.append("\n### ").append(cell(table.title())).append("\n");
    }
    page.append("\n");
    if (table.rows().isEmpty()) {
      page.append("None.\n");
      return;
    }
    row(table.columns().stream().map(MarkdownPage::cell).toList(), "records");
    row(table.columns().stream().map(_ -> "---").toList(), "---");
    for (Row it : table.rows()) {
      row(it.values().stream().map(value -> cell(value.text())).toList(), links(it.records()));
    }
  }

  private void row(List<String> cells, String last) {
    page.append("| ").append(String.join(" | ", cells)).append(" | ").append(last).append(" |\n");
  }

  private void row(List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String links(List<Long> records) {
    return Texts.joined(records, n -> "[" + n + "](journal.jsonl#L" + n + ")");
  }

  private static String cell(String text) {
    return escaped(Texts.shortened(text));
  }

  /** What a reader of Markdown would take for markup stays text. */
  private static String escaped(String text) {
    return text.chars()
        .mapToObj(it -> "\\`*_[]<>|#".indexOf(it) < 0 ? Character.toString(it) : "\\" + (char) it)
        .collect(Collectors.joining());
  }
}
