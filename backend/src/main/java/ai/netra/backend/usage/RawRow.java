package ai.netra.backend.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file before its fields are checked: where in its bytes each value stands. One is
 * used for all records of a file, by one thread.
 */
final class RawRow {

  private final int[] from = new int[Column.COUNT];
  private final int[] to = new int[Column.COUNT];
  private byte[] bytes = new byte[0];
  private long line;
  private @Nullable String prompt;
  private @Nullable Broken broken;

  /** A record that cannot be read. */
  record Broken(String field, String rule, String received) {}

  /** Begins a record without values, on a physical line counted from 1. */
  void begin(byte[] source, long atLine) {
    bytes = source;
    line = atLine;
    prompt = null;
    broken = null;
    Arrays.fill(to, 0);
    Arrays.fill(from, 0);
  }

  /** Names the part of the bytes that is a column's value. */
  void value(Column column, int start, int end) {
    from[column.index()] = start;
    to[column.index()] = end;
  }

  /** Text of a prompt, read for its hash and then forgotten. */
  void prompt(@Nullable String text) {
    prompt = text;
  }

  /** Says that the record is none. */
  void broken(String field, String rule, String received) {
    broken = new Broken(field, rule, received);
  }

  long line() {
    return line;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(Column column) {
    return from[column.index()];
  }

  int to(Column column) {
    return to[column.index()];
  }

  boolean has(Column column) {
    return from[column.index()] < to[column.index()];
  }

  /** A value without the blanks around it; what is no UTF-8 reads as U+FFFD. */
  String text(Column column) {
    int start = from(column);
    return new String(bytes, start, to(column) - start, StandardCharsets.UTF_8).strip();
  }

  @Nullable String prompt() {
    return prompt;
  }

  @Nullable Broken broken() {
    return broken;
  }
}
