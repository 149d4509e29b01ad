package ai.netra.backend.usage;

import static ai.netra.backend.usage.Column.CACHED_INPUT_TOKENS;
import static ai.netra.backend.usage.Column.CACHE_WRITE_TOKENS;
import static ai.netra.backend.usage.Column.INPUT_TOKENS;
import static ai.netra.backend.usage.Column.OUTPUT_TOKENS;
import static ai.netra.backend.usage.Column.REASONING_TOKENS;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a record field by field and brings it into its one canonical form. */
final class RowRules {

  private static final Column[] COLUMNS = Column.values();

  private final FieldRules rules;

  RowRules(FieldRules rules) {
    this.rules = rules;
  }

  /** What became of a record. */
  sealed interface Checked {

    /** Canonical values of all columns; empty text stands for none. */
    record Accepted(long line, Map<Column, String> values) implements Checked {}

    /** The first field that breaks its rule. */
    record Rejected(long line, String field, String rule, String received) implements Checked {}
  }

  Checked check(RawRow row) {
    if (row.broken() != null) {
      RawRow.Broken broken = row.broken();
      return rejected(row.line(), broken.field(), broken.rule(), broken.received());
    }
    Map<Column, String> canonical = new EnumMap<>(Column.class);
    for (Column column : COLUMNS) {
      String value = given(row, column);
      FieldRules.Field field = value.isEmpty() ? rules.absent(column) : rules.check(column, value);
      switch (field) {
        case FieldRules.Field.Good(String text) -> canonical.put(column, text);
        case FieldRules.Field.Bad(String rule) -> {
          return rejected(row.line(), column.wireName(), rule, value);
        }
      }
    }
    return sums(row.line(), canonical);
  }

  private static String given(RawRow row, Column column) {
    String value = row.values().get(column);
    if (value == null && column == Column.PROMPT_HASH && row.prompt() != null) {
      return row.prompt().isEmpty() ? "" : FieldRules.sha256(row.prompt());
    }
    return value == null ? "" : value.strip();
  }

  private static Checked sums(long line, Map<Column, String> row) {
    long input = number(row, INPUT_TOKENS);
    long cached = number(row, CACHED_INPUT_TOKENS) + number(row, CACHE_WRITE_TOKENS);
    if (cached > input) {
      return rejected(
          line,
          CACHED_INPUT_TOKENS.wireName(),
          "cached and written tokens at most input_tokens",
          Long.toString(cached));
    }
    if (number(row, REASONING_TOKENS) > number(row, OUTPUT_TOKENS)) {
      return rejected(
          line, REASONING_TOKENS.wireName(), "at most output_tokens", row.get(REASONING_TOKENS));
    }
    return new Checked.Accepted(line, row);
  }

  private static long number(Map<Column, String> row, Column column) {
    return Long.parseLong(String.valueOf(row.get(column)));
  }

  private static Checked rejected(long line, String field, String rule, @Nullable String received) {
    String text = received == null ? "" : received;
    return new Checked.Rejected(
        line, field, rule, text.length() > 80 ? text.substring(0, 80) : text);
  }
}
