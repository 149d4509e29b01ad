package ai.netra.backend.usage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * The table function through which the analytics database takes a file's rows, so that they are
 * never written down in between. Feeds one file at a time, on the thread that executes the
 * statement.
 */
final class RowFeed implements DuckDBTableFunction<RowFeed, RowFeed, RowFeed> {

  static final String NAME = "file_rows";

  private @Nullable FileReading reading;
  private @Nullable RowBatch batch;
  private @Nullable Thread owner;
  private @Nullable Exception failure;

  /** Registers it with a database; once, since a name is never given up there. */
  static RowFeed in(Connection connection) throws SQLException {
    RowFeed feed = new RowFeed();
    DuckDBFunctions.tableFunction().withName(NAME).withFunction(feed).register(connection);
    return feed;
  }

  /** Feeds this file from now on, on this thread. */
  void begin(FileReading file) {
    reading = file;
    batch = null;
    owner = Thread.currentThread();
    failure = null;
  }

  /** Lets the file go. */
  void end() {
    reading = null;
    batch = null;
    owner = null;
  }

  @Override
  public RowFeed bind(DuckDBTableFunctionBindInfo info) {
    info.addResultColumn("line", DuckDBColumnType.BIGINT);
    info.addResultColumn("identity", DuckDBColumnType.VARCHAR);
    info.addResultColumn("row_hash", DuckDBColumnType.BIGINT);
    for (Column column : reading().columns()) {
      boolean number = column.kind() == Kind.BIGINT;
      info.addResultColumn(
          column.wireName(), number ? DuckDBColumnType.BIGINT : DuckDBColumnType.VARCHAR);
    }
    return this;
  }

  @Override
  public RowFeed init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return this;
  }

  @Override
  public RowFeed localInit(DuckDBTableFunctionInitInfo info) {
    return this;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
      throws Exception {
    try {
      if (owner != null && owner.isInterrupted()) {
        throw new InterruptedException("the import was stopped while it read");
      }
      RowBatch rows = rows(chunk.capacity());
      rows.clear();
      reading().fill(rows);
      rows.write(chunk);
      return rows.size();
    } catch (Exception e) {
      failure = e; // the database passes on a text alone
      throw e;
    }
  }

  /** Throws what ended the statement, where it was this side of it. */
  void check() throws IOException, BadFile, InterruptedException {
    switch (failure) {
      case IOException e -> throw e;
      case BadFile e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> {}
    }
  }

  /** The columns of the file as a statement selects them, in their types. */
  static String selected(Iterable<Column> columns) {
    StringBuilder text = new StringBuilder("line, identity::uuid as id_hash, row_hash");
    for (Column column : columns) {
      String name = column.wireName();
      text.append(", ").append(name);
      if (column.kind() != Kind.BIGINT && column.kind() != Kind.TEXT) {
        text.append("::").append(column.kind().sqlType()).append(" as ").append(name);
      }
    }
    return text.toString();
  }

  private FileReading reading() {
    return Objects.requireNonNull(reading, "a file that was begun");
  }

  private RowBatch rows(long capacity) {
    RowBatch rows = batch;
    if (rows == null) {
      rows = new RowBatch(List.copyOf(reading().columns()), Math.toIntExact(capacity));
      batch = rows;
    }
    return rows;
  }
}
