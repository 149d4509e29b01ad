package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file with a header. */
final class CsvRows implements RowReader {

  private static final int MOST_COLUMNS = 256;
  private static final int ROW_CHARACTERS = 64 * 1024;
  private static final int PREVIEW_ROWS = 20;
  private static final String SEPARATORS = ",;\t|";
  private static final List<Column> REQUIRED =
      List.of(Column.TIMESTAMP, Column.MODEL, Column.INPUT_TOKENS, Column.OUTPUT_TOKENS);

  private final CsvRecords records;
  private final @Nullable Column[] columns;
  private final List<String> ignored = new ArrayList<>();
  private final int prompt;
  private final boolean texts;

  /**
   * Reads the header.
   *
   * @throws BadFile when it does not map
   */
  CsvRows(InputStream stream, ColumnNames names) throws IOException, BadFile {
    Characters characters = new Characters(stream);
    StringBuilder first = new StringBuilder();
    while (characters.peek() != '\n'
        && characters.peek() != '\r'
        && characters.peek() != Characters.END
        && first.length() <= ROW_CHARACTERS) {
      first.append((char) characters.read());
    }
    if (first.toString().isBlank()) {
      throw new BadFile("header: a first line with the names of columns, got nothing");
    }
    char separator = separator(first);
    List<String> header = header(first.toString(), separator);
    this.records = new CsvRecords(characters, separator);
    this.columns = new Column[header.size()];
    this.prompt = map(header, names);
    this.texts = header.stream().anyMatch(ColumnNames::isText);
  }

  @Override
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    CsvRecords.Cut cut = records.next();
    if (cut == null) {
      return null;
    }
    if (cut.problem() != null) {
      return RawRow.broken(cut.line(), "row", cut.problem(), "the end of the file");
    }
    int most = texts ? CsvRecords.MOST_CHARACTERS : ROW_CHARACTERS;
    if (cut.length() > most) {
      return RawRow.broken(cut.line(), "row", "at most " + most + " characters", "more");
    }
    if (cut.fields().size() != columns.length) {
      return RawRow.broken(
          cut.line(), "row", columns.length + " columns", Integer.toString(cut.fields().size()));
    }
    return row(cut);
  }

  private RawRow row(CsvRecords.Cut cut) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < columns.length; i++) {
      Column column = columns[i];
      if (column != null) {
        values.put(column, cut.fields().get(i));
      }
    }
    return new RawRow(cut.line(), values, prompt < 0 ? null : cut.fields().get(prompt), null);
  }

  /** Gives each column its field; returns the place of the prompt, or -1. */
  private int map(List<String> header, ColumnNames names) throws IOException, BadFile {
    if (header.size() > MOST_COLUMNS) {
      throw new BadFile("header: at most 256 columns, got " + header.size());
    }
    Map<Column, String> taken = new EnumMap<>(Column.class);
    int promptAt = -1;
    for (int i = 0; i < header.size(); i++) {
      Optional<Column> column = names.of(header.get(i));
      columns[i] = column.orElse(null);
      if (column.isEmpty()) {
        ignored.add(header.get(i));
        promptAt = ColumnNames.isPrompt(header.get(i)) ? i : promptAt;
      } else if (taken.putIfAbsent(column.get(), header.get(i)) != null) {
        throw unmapped(
            header,
            "%s: one column, got %s and %s"
                .formatted(column.get().wireName(), taken.get(column.get()), header.get(i)));
      }
    }
    for (Column required : REQUIRED) {
      if (!taken.containsKey(required)) {
        throw unmapped(header, required.wireName() + ": a column must give it, none does");
      }
    }
    return promptAt;
  }

  private BadFile unmapped(List<String> header, String message) throws IOException {
    List<List<String>> preview = new ArrayList<>();
    preview.add(cut(header));
    for (int i = 0; i < PREVIEW_ROWS; i++) {
      CsvRecords.Cut row = records.next();
      if (row == null) {
        break;
      }
      preview.add(cut(row.fields()));
    }
    return new BadFile(message, preview);
  }

  private static List<String> cut(List<String> fields) {
    return fields.stream()
        .limit(MOST_COLUMNS)
        .map(field -> field.length() > 80 ? field.substring(0, 80) : field)
        .toList();
  }

  private static List<String> header(String line, char separator) throws IOException {
    InputStream bytes =
        new java.io.ByteArrayInputStream(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    CsvRecords.Cut cut = new CsvRecords(new Characters(bytes), separator).next();
    return cut == null ? List.of() : cut.fields();
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
