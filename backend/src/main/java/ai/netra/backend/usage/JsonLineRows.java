package ai.netra.backend.usage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private static final byte[] NOTHING = {};
  private static final int MOST_DECIMALS = 40;
  private static final int MOST_IGNORED = 256;

  private final ByteWindow window;
  private final ColumnNames names;
  private final Set<String> ignored = new LinkedHashSet<>();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private long line = 1;

  JsonLineRows(InputStream stream, ColumnNames names) throws IOException {
    this.window = new ByteWindow(stream);
    this.names = names;
  }

  @Override
  public Set<Column> columns() {
    return EnumSet.allOf(Column.class);
  }

  @Override
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  @Override
  public boolean next(RawRow row) throws IOException {
    while (window.at(0) != ByteWindow.END) {
      int end = endOfLine();
      boolean overlong = window.isOverlong();
      String text =
          overlong
              ? ""
              : new String(window.bytes(), window.origin(), end, StandardCharsets.UTF_8).strip();
      window.begin(window.at(end) == '\r' && window.at(end + 1) == '\n' ? end + 2 : end + 1);
      if (overlong || !text.isEmpty()) {
        read(row, overlong, text);
        line++;
        return true;
      }
      line++;
    }
    return false;
  }

  private int endOfLine() throws IOException {
    int place = 0;
    for (int next = window.at(0);
        next != '\n' && next != '\r' && next != ByteWindow.END;
        next = window.at(place)) {
      place = window.reached(place + 1);
    }
    return place;
  }

  private void read(RawRow row, boolean overlong, String text) {
    row.begin(NOTHING, line);
    if (overlong) {
      row.broken("row", "at most " + ByteWindow.MOST_BYTES + " bytes", "more");
      return;
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isObject()) {
        object(row, node);
        return;
      }
    } catch (JacksonException e) {
      // told below, as any other text that is no object
    }
    row.broken("row", "a JSON object", text);
  }

  private void object(RawRow row, JsonNode node) {
    Map<Column, String> given = new EnumMap<>(Column.class);
    String prompt = null;
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Optional<Column> column = names.of(property.getKey());
      String value = text(property.getValue());
      if (column.isEmpty()) {
        ignore(property.getKey());
        prompt = ColumnNames.isPrompt(property.getKey()) ? value : prompt;
      } else if (value != null && given.putIfAbsent(column.get(), value) != null) {
        row.broken(column.get().wireName(), "one value", property.getKey());
        return;
      }
    }
    values(row, given, prompt);
  }

  private void values(RawRow row, Map<Column, String> given, @Nullable String prompt) {
    values.reset();
    Map<Column, Integer> ends = new EnumMap<>(Column.class);
    given.forEach(
        (column, value) -> {
          values.writeBytes(value.getBytes(StandardCharsets.UTF_8));
          ends.put(column, values.size());
        });
    row.begin(values.toByteArray(), line);
    row.prompt(prompt);
    int from = 0;
    for (Map.Entry<Column, Integer> end : ends.entrySet()) {
      row.value(end.getKey(), from, end.getValue());
      from = end.getValue();
    }
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
