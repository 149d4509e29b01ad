package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a file with one JSON object a line. */
final class JsonLineRows implements RowReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int MOST_DECIMALS = 40;
  private static final int MOST_IGNORED = 256;

  private final Characters characters;
  private final ColumnNames names;
  private final Set<String> ignored = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();

  JsonLineRows(InputStream stream, ColumnNames names) throws IOException {
    this.characters = new Characters(stream);
    this.names = names;
  }

  @Override
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (characters.peek() != Characters.END) {
      long line = characters.line();
      boolean fits = readLine();
      if (!fits) {
        return RawRow.broken(
            line, "row", "at most " + CsvRecords.MOST_CHARACTERS + " characters", "more");
      }
      if (!text.toString().isBlank()) {
        return row(line);
      }
    }
    return null;
  }

  private boolean readLine() throws IOException {
    text.setLength(0);
    for (int next = characters.read();
        next != '\n' && next != Characters.END;
        next = characters.read()) {
      if (text.length() <= CsvRecords.MOST_CHARACTERS) {
        text.append((char) next);
      }
    }
    return text.length() <= CsvRecords.MOST_CHARACTERS;
  }

  private RawRow row(long line) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text.toString());
    } catch (JacksonException e) {
      return RawRow.broken(line, "row", "a JSON object", text.toString());
    }
    if (!node.isObject()) {
      return RawRow.broken(line, "row", "a JSON object", text.toString());
    }
    Map<Column, String> values = new EnumMap<>(Column.class);
    String prompt = null;
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Optional<Column> column = names.of(property.getKey());
      if (column.isEmpty()) {
        ignore(property.getKey());
        prompt = ColumnNames.isPrompt(property.getKey()) ? text(property.getValue()) : prompt;
        continue;
      }
      String value = text(property.getValue());
      if (value != null && values.putIfAbsent(column.get(), value) != null) {
        return RawRow.broken(line, column.get().wireName(), "one value", property.getKey());
      }
    }
    return new RawRow(line, values, prompt, null);
  }

  private void ignore(String name) {
    if (ignored.size() < MOST_IGNORED) {
      ignored.add(name);
    }
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isString()) {
      return value.asString();
    }
    return value.isNumber() ? plain(value.decimalValue()) : value.toString();
  }

  /** A number of sane size without exponent; another one as it stands, which no rule takes. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) <= MOST_DECIMALS ? number.toPlainString() : number.toString();
  }
}
