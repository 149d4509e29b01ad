package ai.netra.backend.usage;

import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** Rows column by column, as the analytics database takes them in. One thread. */
final class RowBatch {

  /** Columns before those of the file: line, identity, hash of the content. */
  private static final int OWN_COLUMNS = 3;

  private final List<Column> columns;
  private final long[] lines;
  private final long[] hashes;
  private final byte[][] identities;
  private final long[][] numbers = new long[Column.COUNT][];
  private final byte[][][] texts = new byte[Column.COUNT][][];
  private int size;

  /**
   * @param columns that rows may have a value of
   * @param rows how many it holds
   */
  RowBatch(List<Column> columns, int rows) {
    this.columns = columns;
    this.lines = new long[rows];
    this.hashes = new long[rows];
    this.identities = new byte[rows][];
    for (Column column : columns) {
      if (column.kind() == Kind.BIGINT) {
        numbers[column.index()] = new long[rows];
      } else {
        texts[column.index()] = new byte[rows][];
      }
    }
  }

  boolean isFull() {
    return size == lines.length;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(CleanRow row, RowHashes of) {
    lines[size] = row.line();
    identities[size] = of.identity();
    hashes[size] = of.content();
    for (Column column : columns) {
      if (column.kind() == Kind.BIGINT) {
        numbers[column.index()][size] = row.number(column);
      } else {
        texts[column.index()][size] = row.text(column);
      }
    }
    size++;
  }

  /** Writes all rows, in the order of the columns. */
  void write(DuckDBDataChunkWriter chunk) {
    numbers(chunk.vector(0), lines);
    chunk.vector(1).setStringUtf8Batch(0, Arrays.copyOf(identities, size));
    for (int row = 0; row < size; row++) {
      chunk.vector(2).setLong(row, hashes[row]);
    }
    for (int i = 0; i < columns.size(); i++) {
      DuckDBWritableVector vector = chunk.vector(OWN_COLUMNS + i);
      Column column = columns.get(i);
      if (column.kind() == Kind.BIGINT) {
        numbers(vector, numbers[column.index()]);
      } else {
        texts(vector, texts[column.index()]);
      }
    }
  }

  private void numbers(DuckDBWritableVector vector, long[] values) {
    for (int row = 0; row < size; row++) {
      if (values[row] == CleanRow.NO_NUMBER) {
        vector.setNull(row);
      } else {
        vector.setLong(row, values[row]);
      }
    }
  }

  private void texts(DuckDBWritableVector vector, byte[][] values) {
    vector.setStringUtf8Batch(0, Arrays.copyOf(values, size));
    for (int row = 0; row < size; row++) {
      if (values[row].length == 0) {
        vector.setNull(row);
      }
    }
  }
}
