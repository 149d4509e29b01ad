package ai.netra.backend.usage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases over the files of snapshots, each used by one at a time. To open one takes longer than
 * most queries, and the steps of a run ask one snapshot after each other, so the last few are kept.
 * A database sees the files of its snapshot and nothing else. Call it on the pool.
 */
final class SnapshotDatabases implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotDatabases.class);
  private static final int MOST_KEPT = 4;
  private static final int THREADS = 1;

  private final Analytics analytics;
  private final Pricing pricing;
  private final Deque<Database> kept = new ArrayDeque<>(); // the latest last; guarded by this
  private boolean closed; // guarded by this

  SnapshotDatabases(Analytics analytics, Pricing pricing) {
    this.analytics = analytics;
    this.pricing = pricing;
  }

  /**
   * What a database holds.
   *
   * @param catalogue the version of its prices
   */
  record Snapshot(List<Path> files, String catalogue) {

    Snapshot {
      files = List.copyOf(files);
    }
  }

  /** An open database, with the prices of the models that its rows name. */
  record Database(Snapshot snapshot, Connection connection, List<PricedSpan> prices) {}

  Database borrow(Snapshot snapshot) throws SQLException {
    Database known = known(snapshot);
    return known == null ? opened(snapshot) : known;
  }

  /** Takes a database back; the one that was not used for longest may go. */
  void giveBack(Database database) {
    Database least = keep(database);
    if (least != null) {
      drop(least);
    }
  }

  /** Ends a database that broke or whose statement was cancelled. */
  void drop(Database database) {
    try {
      database.connection().close();
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("a database of a snapshot could not be closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(this::drop);
    kept.clear();
  }

  private synchronized @Nullable Database known(Snapshot snapshot) {
    for (Iterator<Database> each = kept.descendingIterator(); each.hasNext(); ) {
      Database database = each.next();
      if (database.snapshot().equals(snapshot)) {
        each.remove();
        return database;
      }
    }
    return null;
  }

  private synchronized @Nullable Database keep(Database database) {
    if (closed) {
      return database;
    }
    kept.addLast(database);
    return kept.size() > MOST_KEPT ? kept.removeFirst() : null;
  }

  private Database opened(Snapshot snapshot) throws SQLException {
    List<Path> files = snapshot.files();
    Connection connection = analytics.open(files, List.of(), THREADS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          files.isEmpty()
              ? "create temp table usage_rows (" + Column.declarations() + ")"
              : "create temp view usage_rows as select * from read_parquet("
                  + Sql.list(files)
                  + ")");
      return new Database(
          snapshot, connection, PriceTable.fill(connection, pricing, snapshot.catalogue()));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
