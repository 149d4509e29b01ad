package ai.netra.backend.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180). One thread. */
final class CsvTable {

  /** What a spreadsheet would compute instead of showing. */
  private static final String FORMULA = "=+-@\t\r";

  private final String name;
  private final List<String> lines = new ArrayList<>();

  CsvTable(String name, List<String> header) {
    this.name = name;
    lines.add(line(header));
  }

  /** The file's name, without its ending. */
  String name() {
    return name;
  }

  CsvTable row(List<? extends @Nullable Object> cells) {
    lines.add(line(cells));
    return this;
  }

  boolean isEmpty() {
    return lines.size() == 1;
  }

  String text() {
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(","));
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String shown = formula ? "'" + text : text;
    return shown.matches("(?s).*[\",\r\n].*") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
  }
}
