package ai.netra.auth.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one platform thread that writes: it takes what waits, runs each unit in a savepoint of its
 * own, and commits the group.
 */
final class Writer {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int GROUP = 256;
  private static final int WAITING = 10_000;

  private final Connection connection;
  private final JdbcClient sql;
  private final BlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closing;

  private Writer(Connection connection) {
    this.connection = connection;
    this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.thread = Thread.ofPlatform().name("writer").unstarted(this::run);
  }

  static Writer start(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    Writer writer = new Writer(connection);
    writer.thread.start();
    return writer;
  }

  <T> T write(Store.Unit<T> unit) {
    Work<T> work = new Work<>(unit);
    if (closing || !waiting.offer(work)) {
      throw new StoreFailure("too many units wait", new IllegalStateException("full"));
    }
    T result = work.await();
    Commits.tell(work.writes());
    return result;
  }

  private void run() {
    List<Work<?>> group = new ArrayList<>();
    try {
      while (!closing || !waiting.isEmpty()) {
        Work<?> first = waiting.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP - 1);
          commit(group);
          group.clear();
        }
      }
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.atError().setCause(e).log("database not closed");
    }
  }

  private void commit(List<Work<?>> group) {
    try {
      for (Work<?> work : group) {
        work.run(connection, sql);
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollBack();
      group.forEach(work -> work.fail(new StoreFailure("a write failed", e)));
      return;
    }
    group.forEach(Work::committed);
  }

  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.atError().setCause(e).log("roll-back failed");
    }
  }

  void close() {
    closing = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
