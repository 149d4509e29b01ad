package ai.netra.backend.usage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In-memory databases for imports, each used by one at a time. To open one takes longer than the
 * import of a small file, so a few are kept; what failed once is not used again.
 */
final class ImportDatabases implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportDatabases.class);
  private static final int THREADS = 1;
  private static final int MOST_KEPT = 2;

  private final Analytics analytics;
  private final List<Path> folders;
  private final Deque<Database> kept = new ArrayDeque<>(); // guarded by this
  private boolean closed; // guarded by this

  /**
   * @param folders which the databases may read and write, and nothing else
   */
  ImportDatabases(Analytics analytics, List<Path> folders) {
    this.analytics = analytics;
    this.folders = List.copyOf(folders);
  }

  private record Database(Connection connection, RowFeed feed) {}

  /** A database without tables; its borrower gives it back by closing it. */
  Borrowed borrow() throws SQLException {
    Database known = next();
    return new Borrowed(known == null ? opened() : known);
  }

  private synchronized @Nullable Database next() {
    return kept.pollLast();
  }

  private synchronized boolean keep(Database database) {
    return !closed && kept.size() < MOST_KEPT && kept.add(database);
  }

  private Database opened() throws SQLException {
    Connection connection = analytics.open(List.of(), folders, THREADS);
    try {
      return new Database(connection, RowFeed.in(connection));
    } catch (SQLException e) {
      close(connection);
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(database -> close(database.connection()));
    kept.clear();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("a database of imports could not be closed");
    }
  }

  /** One import's database. */
  final class Borrowed implements AutoCloseable {

    private static final String EMPTY =
        "drop table if exists staged; drop table if exists existing;"
            + " drop table if exists decided; drop table if exists fresh";

    private final Database database;

    private Borrowed(Database database) {
      this.database = database;
    }

    Connection connection() {
      return database.connection();
    }

    RowFeed feed() {
      return database.feed();
    }

    @Override
    public void close() {
      database.feed().end();
      try (Statement statement = connection().createStatement()) {
        statement.execute(EMPTY);
        if (keep(database)) {
          return;
        }
      } catch (SQLException e) {
        LOG.atWarn().setCause(e).log("a database of imports broke and is given up");
      }
      ImportDatabases.close(connection());
    }
  }
}
