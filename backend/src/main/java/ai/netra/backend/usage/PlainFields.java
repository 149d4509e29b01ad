package ai.netra.backend.usage;

import java.util.Arrays;

/**
 * Takes fields that are canonical as they stand in the file: digits within their range, instants as
 * most files write them, ASCII where any text is taken. What it leaves is decided by {@link
 * FieldRules}, which says the same of these.
 */
final class PlainFields {

  private final Timestamps timestamps;
  private final long[] least = new long[Column.COUNT];
  private final long[] most = new long[Column.COUNT];
  private final int[] mostText = new int[Column.COUNT];

  PlainFields(Timestamps timestamps) {
    this.timestamps = timestamps;
    for (Column column : Column.values()) {
      least[column.index()] = FieldRules.least(column);
      most[column.index()] = FieldRules.most(column);
      mostText[column.index()] = FieldRules.mostText(column);
    }
  }

  /** Puts a field's value into a row; false where it is not plain. */
  boolean take(RawRow row, Column column, CleanRow clean) {
    if (column.kind() != Kind.BIGINT) {
      return isText(row, column)
          && clean.text(column, Arrays.copyOfRange(row.bytes(), row.from(column), row.to(column)));
    }
    long number = number(row, column);
    return number != CleanRow.NO_NUMBER && clean.number(column, number);
  }

  private long number(RawRow row, Column column) {
    int from = row.from(column);
    int to = row.to(column);
    if (column == Column.TIMESTAMP) {
      return timestamps.plain(row.bytes(), from, to);
    }
    long number = Digits.read(row.bytes(), from, to);
    return number >= least[column.index()] && number <= most[column.index()]
        ? number
        : CleanRow.NO_NUMBER;
  }

  /** ASCII without NUL and without blanks around it, short enough, where any text is taken. */
  private boolean isText(RawRow row, Column column) {
    int from = row.from(column);
    int to = row.to(column);
    byte[] bytes = row.bytes();
    if (to - from > mostText[column.index()] || bytes[from] <= ' ' || bytes[to - 1] <= ' ') {
      return false;
    }
    int least = 1;
    for (int i = from; i < to; i++) {
      least = Math.min(least, bytes[i]);
    }
    return least > 0;
  }
}
