package ai.netra.backend.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few connections that read where the caller is, each unit in one snapshot. */
final class SqliteReaders implements AutoCloseable {

  private static final long WAIT_SECONDS = 10;

  private record Reader(Connection connection, JdbcClient sql) {}

  private final ArrayBlockingQueue<Reader> idle;
  private final List<Reader> all = new ArrayList<>();

  SqliteReaders(SqliteConnections connections, int count) throws SQLException {
    this.idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      Connection connection = connections.open();
      Reader reader = new Reader(connection, SqliteConnections.client(connection));
      all.add(reader);
      idle.add(reader);
    }
  }

  <T> T read(Store.Unit<T> unit) {
    Reader reader = borrow();
    try {
      return inSnapshot(reader, unit);
    } finally {
      idle.add(reader);
    }
  }

  private static <T> T inSnapshot(Reader reader, Store.Unit<T> unit) {
    try (Statement statement = reader.connection().createStatement()) {
      statement.execute("begin");
      try {
        return unit.run(new SqliteTransaction(reader.sql()));
      } catch (RuntimeException e) {
        throw SqliteStore.translated(e);
      } finally {
        statement.execute("rollback");
      }
    } catch (SQLException e) {
      throw SqliteStore.unavailable("a reader failed: " + e.getMessage());
    }
  }

  private Reader borrow() {
    try {
      Reader reader = idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (reader != null) {
        return reader;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SqliteStore.unavailable("the wait for a reader was interrupted");
    }
    throw SqliteStore.unavailable("no reader was free for " + WAIT_SECONDS + " s");
  }

  @Override
  public void close() throws SQLException {
    for (Reader reader : all) {
      reader.connection().close();
    }
  }
}
