package ai.netra.backend.usage;

import java.util.Arrays;

/**
 * The canonical values of a row: whole numbers as such, all others as text. One is used for all
 * rows of a file, by one thread.
 */
final class CleanRow {

  /** What stands for a number that is absent; no field takes a negative one. */
  static final long NO_NUMBER = -1;

  static final byte[] NO_TEXT = {};

  private final long[] numbers = new long[Column.COUNT];
  private final byte[][] texts = new byte[Column.COUNT][];
  private long line;

  CleanRow() {
    Arrays.fill(texts, NO_TEXT);
  }

  void begin(long atLine) {
    line = atLine;
  }

  /** Always true: the value was taken. */
  boolean number(Column column, long value) {
    numbers[column.index()] = value;
    return true;
  }

  /** Always true: the value was taken. */
  boolean text(Column column, byte[] value) {
    texts[column.index()] = value;
    return true;
  }

  long line() {
    return line;
  }

  long number(Column column) {
    return numbers[column.index()];
  }

  /** UTF-8; empty where it is absent. The caller does not change it. */
  byte[] text(Column column) {
    return texts[column.index()];
  }

  boolean has(Column column) {
    return column.kind() == Kind.BIGINT ? number(column) != NO_NUMBER : text(column).length > 0;
  }
}
