package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file with a header. */
final class CsvRows implements RowReader {

  private static final int MOST_COLUMNS = 256;
  private static final int ROW_BYTES = 64 * 1024;
  private static final int PREVIEW_ROWS = 20;
  private static final String SEPARATORS = ",;\t|";
  private static final List<Column> REQUIRED =
      List.of(Column.TIMESTAMP, Column.MODEL, Column.INPUT_TOKENS, Column.OUTPUT_TOKENS);

  private final CsvRecords records;
  private final @Nullable Column[] columns;
  private final Set<Column> taken = EnumSet.of(Column.REQUEST_ID);
  private final List<String> ignored = new ArrayList<>();
  private final int prompt;
  private final int mostBytes;

  /**
   * Reads the header.
   *
   * @throws BadFile when it does not map
   */
  CsvRows(InputStream stream, ColumnNames names) throws IOException, BadFile {
    ByteWindow window = new ByteWindow(stream);
    String first = firstLine(window);
    if (first.isBlank()) {
      throw new BadFile("header: a first line with the names of columns, got nothing");
    }
    this.records = new CsvRecords(window);
    records.separator(separator(first));
    List<String> header = records.next() ? records.texts() : List.of();
    this.columns = new Column[header.size()];
    this.prompt = map(header, names);
    this.mostBytes =
        header.stream().anyMatch(ColumnNames::isText) ? ByteWindow.MOST_BYTES : ROW_BYTES;
  }

  @Override
  public Set<Column> columns() {
    return taken;
  }

  @Override
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  @Override
  public boolean next(RawRow row) throws IOException {
    if (!records.next()) {
      return false;
    }
    row.begin(records.bytes(), records.line());
    if (!records.isClosed()) {
      row.broken("row", "a closing quote", "the end of the file");
    } else if (records.length() > mostBytes) {
      row.broken("row", "at most " + mostBytes + " bytes", "more");
    } else if (records.count() != columns.length) {
      row.broken("row", columns.length + " columns", Integer.toString(records.count()));
    } else {
      values(row);
    }
    return true;
  }

  private void values(RawRow row) {
    for (int i = 0; i < columns.length; i++) {
      Column column = columns[i];
      if (column != null) {
        row.value(column, records.from(i), records.to(i));
      }
    }
    row.prompt(prompt < 0 ? null : records.text(prompt));
  }

  /** Gives each column its field; returns the place of the prompt, or -1. */
  private int map(List<String> header, ColumnNames names) throws IOException, BadFile {
    if (header.size() > MOST_COLUMNS) {
      throw new BadFile("header: at most 256 columns, got " + header.size());
    }
    Map<Column, String> given = new EnumMap<>(Column.class);
    int promptAt = -1;
    for (int i = 0; i < header.size(); i++) {
      Optional<Column> column = names.of(header.get(i));
      columns[i] = column.orElse(null);
      if (column.isEmpty()) {
        ignored.add(header.get(i));
        promptAt = ColumnNames.isPrompt(header.get(i)) ? i : promptAt;
      } else if (given.putIfAbsent(column.get(), header.get(i)) != null) {
        throw unmapped(
            header,
            "%s: one column, got %s and %s"
                .formatted(column.get().wireName(), given.get(column.get()), header.get(i)));
      }
    }
    for (Column required : REQUIRED) {
      if (!given.containsKey(required)) {
        throw unmapped(header, required.wireName() + ": a column must give it, none does");
      }
    }
    taken.addAll(given.keySet());
    if (promptAt >= 0) {
      taken.add(Column.PROMPT_HASH);
    }
    return promptAt;
  }

  private BadFile unmapped(List<String> header, String message) throws IOException {
    List<List<String>> preview = new ArrayList<>();
    preview.add(cut(header));
    for (int i = 0; i < PREVIEW_ROWS && records.next(); i++) {
      preview.add(cut(records.texts()));
    }
    return new BadFile(message, preview);
  }

  private static List<String> cut(List<String> fields) {
    return fields.stream()
        .limit(MOST_COLUMNS)
        .map(field -> field.length() > 80 ? field.substring(0, 80) : field)
        .toList();
  }

  /** What stands before the first line end, looked at without taking it. */
  private static String firstLine(ByteWindow window) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = window.at(0);
        next != '\n' && next != '\r' && next != ByteWindow.END && text.length() < ROW_BYTES;
        next = window.at(text.length())) {
      text.append((char) next);
    }
    return text.toString();
  }

  private static char separator(CharSequence header) {
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = header.chars().filter(each -> each == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
