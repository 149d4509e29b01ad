package ai.netra.backend.store;

import ai.netra.backend.service.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one thread that writes. It takes what waits, at most 256 units or 2 ms of work, gives each a
 * savepoint of its own, and commits them together. It never waits for company: a unit that comes
 * alone is committed alone.
 */
final class SqliteWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
  private static final int GROUP_UNITS = 256;
  private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int QUEUE_UNITS = 100_000;
  private static final long POLL_MILLIS = 100;
  private static final Duration STOP = Duration.ofSeconds(5);

  private final LinkedBlockingQueue<PendingUnit<?>> queue = new LinkedBlockingQueue<>(QUEUE_UNITS);
  private final Connection connection;
  private final JdbcClient sql;
  private final Thread thread;
  private volatile boolean closing;

  SqliteWriter(Connection connection) {
    this.connection = connection;
    this.sql = SqliteConnections.client(connection);
    this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::work);
  }

  boolean isOwnThread() {
    return Thread.currentThread().threadId() == thread.threadId();
  }

  <T> CompletableFuture<T> take(Store.Unit<T> unit) {
    PendingUnit<T> pending = new PendingUnit<>(unit);
    enqueue(pending);
    return pending.done();
  }

  /** As {@link #take}, where nobody waits: a failure is logged. */
  void submit(Store.Unit<?> unit) {
    enqueue(
        new PendingUnit<>(
            transaction -> {
              try {
                return unit.run(transaction);
              } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a submitted unit of work failed");
                throw e;
              }
            }));
  }

  private void enqueue(PendingUnit<?> pending) {
    if (closing || !queue.offer(pending)) {
      throw SqliteStore.unavailable("the writer " + (closing ? "is closed" : "has no room"));
    }
  }

  private void work() {
    try {
      while (!closing || !queue.isEmpty()) {
        PendingUnit<?> first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group(first);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void group(PendingUnit<?> first) {
    List<PendingUnit<?>> done = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      long begin = System.nanoTime();
      @Nullable PendingUnit<?> next = first;
      while (next != null) {
        if (inSavepoint(statement, next)) {
          done.add(next);
        }
        boolean full = done.size() >= GROUP_UNITS || System.nanoTime() - begin > GROUP_NANOS;
        next = full ? null : queue.poll();
      }
      statement.execute("commit");
    } catch (SQLException | RuntimeException e) {
      abandon(first, done, e);
      return;
    }
    done.forEach(unit -> unit.committed().forEach(SqliteWriter::tell));
  }

  private boolean inSavepoint(Statement statement, PendingUnit<?> unit) throws SQLException {
    statement.execute("savepoint unit");
    try {
      unit.run(new SqliteTransaction(sql));
      statement.execute("release unit");
      return true;
    } catch (RuntimeException e) {
      undo(statement);
      unit.failed(SqliteStore.translated(e));
    } catch (Error e) {
      undo(statement);
      unit.failed(e);
    }
    return false;
  }

  private static void undo(Statement statement) throws SQLException {
    statement.execute("rollback to unit");
    statement.execute("release unit");
  }

  /** Nothing of the group holds; the next group begins afresh. */
  private void abandon(PendingUnit<?> first, List<PendingUnit<?>> done, Exception reason) {
    LOG.atError().setCause(reason).log("a group of writes was rolled back");
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("there was no transaction to roll back");
    }
    Refused refused = SqliteStore.unavailable("the commit failed");
    done.forEach(unit -> unit.failed(refused));
    first.failed(refused);
  }

  private static void tell(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("an action after a commit failed");
    }
  }

  /** Finishes what waits, then ends the thread. */
  @Override
  public void close() throws SQLException {
    closing = true;
    try {
      if (!thread.join(STOP)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
