package ai.netra.backend.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules said of values that came before: most columns have few different values, and to look
 * one up costs less than its rule. Forgets a value for another one with the same place. One thread.
 */
final class KnownFields {

  private static final int PLACES = 1 << 8;
  private static final int PLACES_OF_USERS = 1 << 15;

  private final Map<Column, @Nullable Known[]> columns = new EnumMap<>(Column.class);

  /** A field that was looked at. */
  static final class Known {

    private final byte[] raw;
    private final byte[] text;
    private final long number;
    private final @Nullable String rule;

    private Known(byte[] raw, byte[] text, long number, @Nullable String rule) {
      this.raw = raw;
      this.text = text;
      this.number = number;
      this.rule = rule;
    }

    static Known of(Column column, FieldRules.Field field) {
      return switch (field) {
        case FieldRules.Field.Bad(String rule) ->
            new Known(CleanRow.NO_TEXT, CleanRow.NO_TEXT, CleanRow.NO_NUMBER, rule);
        case FieldRules.Field.Good(String value) when column.kind() == Kind.BIGINT ->
            new Known(CleanRow.NO_TEXT, CleanRow.NO_TEXT, number(value), null);
        case FieldRules.Field.Good(String value) ->
            new Known(
                CleanRow.NO_TEXT, value.getBytes(StandardCharsets.UTF_8), CleanRow.NO_NUMBER, null);
      };
    }

    /** Puts the value into a row and returns the rule that it breaks, or null. */
    @Nullable String into(CleanRow row, Column column) {
      if (column.kind() == Kind.BIGINT) {
        row.number(column, number);
      } else {
        row.text(column, text);
      }
      return rule;
    }

    private static long number(String value) {
      return value.isEmpty() ? CleanRow.NO_NUMBER : Long.parseLong(value);
    }
  }

  /** What was said of a row's value, or null where that is not known. */
  @Nullable Known find(RawRow row, Column column) {
    @Nullable Known[] places = columns.get(column);
    Known known = places == null ? null : places[place(row, column, places.length)];
    return known != null && isSame(known.raw, row, column) ? known : null;
  }

  void keep(RawRow row, Column column, Known known) {
    @Nullable Known[] places = columns.computeIfAbsent(column, KnownFields::places);
    byte[] raw = Arrays.copyOfRange(row.bytes(), row.from(column), row.to(column));
    places[place(row, column, places.length)] =
        new Known(raw, known.text, known.number, known.rule);
  }

  private static @Nullable Known[] places(Column column) {
    return new Known[column == Column.END_USER ? PLACES_OF_USERS : PLACES];
  }

  private static boolean isSame(byte[] raw, RawRow row, Column column) {
    return Arrays.equals(raw, 0, raw.length, row.bytes(), row.from(column), row.to(column));
  }

  private static int place(RawRow row, Column column, int places) {
    byte[] bytes = row.bytes();
    int hash = 1;
    for (int i = row.from(column); i < row.to(column); i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 15) & places - 1;
  }
}
