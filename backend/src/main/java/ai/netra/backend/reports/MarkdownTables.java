package ai.netra.backend.reports;

import ai.netra.contract.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of a section's text, by the section's name and their place in it. */
final class MarkdownTables {

  private static final Pattern RULE = Pattern.compile("\\|(?:-+\\|)+");

  private MarkdownTables() {}

  static List<CsvTable> of(Section section) {
    List<CsvTable> tables = new ArrayList<>();
    @Nullable CsvTable open = null;
    for (String line : section.markdown().lines().toList()) {
      if (!line.startsWith("|")) {
        open = null;
      } else if (open == null) {
        open = new CsvTable(section.id() + "_" + (tables.size() + 1), cells(line));
        tables.add(open);
      } else if (!RULE.matcher(line).matches()) {
        open.row(cells(line));
      }
    }
    return tables;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
    return List.of(inner.split("\\|", -1)).stream()
        .map(cell -> cell.strip().replace("`", ""))
        .toList();
  }
}
