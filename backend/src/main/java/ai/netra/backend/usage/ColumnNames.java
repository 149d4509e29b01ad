package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the field that a column of a file stands for: a mapping sent along wins over aliases. */
final class ColumnNames {

  private static final Map<String, Column> KNOWN = read();
  private static final Set<String> TEXTS =
      Set.of("prompt", "messages", "input", "completion", "response", "output", "answer");
  private static final Set<String> PROMPTS = Set.of("prompt", "messages", "input");

  private final Map<String, Column> mapped = new HashMap<>();

  /**
   * @param mapping field to column, as sent
   */
  ColumnNames(Map<String, String> mapping) {
    mapping.forEach((field, column) -> mapped.put(column, field(field).orElseThrow()));
  }

  /** The field of a name on the wire. */
  static Optional<Column> field(String name) {
    return Arrays.stream(Column.values())
        .filter(column -> column.wireName().equals(name))
        .findFirst();
  }

  /** The field that a column gives. */
  Optional<Column> of(String column) {
    Column chosen = mapped.get(column);
    if (chosen != null) {
      return Optional.of(chosen);
    }
    Column known = KNOWN.get(normal(column));
    return Optional.ofNullable(known == null || mapped.containsValue(known) ? null : known);
  }

  /** Whether the column holds text of prompts or answers, which is never stored. */
  static boolean isText(String column) {
    return TEXTS.contains(normal(column));
  }

  /** Whether it holds a prompt, which is read for its hash. */
  static boolean isPrompt(String column) {
    return PROMPTS.contains(normal(column));
  }

  private static String normal(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.\\-]+", "_");
  }

  private static Map<String, Column> read() {
    Map<String, Column> known = new HashMap<>();
    aliases()
        .forEach(
            (name, aliases) -> {
              Column column = field(name).orElseThrow();
              known.put(name, column);
              aliases.forEach(alias -> known.put(alias, column));
            });
    return known;
  }

  private static Map<String, List<String>> aliases() {
    try (InputStream stream = ColumnNames.class.getResourceAsStream("columns.json")) {
      if (stream == null) {
        throw new IllegalStateException("columns.json is not on the class path");
      }
      return JsonMapper.shared().readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
