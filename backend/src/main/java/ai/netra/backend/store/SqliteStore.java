package ai.netra.backend.store;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** The store on one SQLite file: one writer, a few readers, a lock against a second process. */
final class SqliteStore implements Store, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  private final FileLock lock;
  private final SqliteReaders readers;
  private final SqliteWriter writer;

  private SqliteStore(FileLock lock, SqliteReaders readers, SqliteWriter writer) {
    this.lock = lock;
    this.readers = readers;
    this.writer = writer;
  }

  /**
   * Locks the file, migrates it, opens it.
   *
   * @throws StoreFailure when another process has it, or a migration is damaged or unknown
   */
  static SqliteStore open(StoreSettings settings) {
    FileLock lock = FileLock.take(settings.file());
    try {
      SqliteConnections connections = new SqliteConnections(settings.file());
      Migrations.apply(connections.source());
      return new SqliteStore(
          lock,
          new SqliteReaders(connections, settings.readers()),
          new SqliteWriter(connections.open()));
    } catch (SQLException e) {
      lock.close();
      throw new StoreFailure("database %s: cannot be opened".formatted(settings.file()), e);
    } catch (StoreFailure e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Unit<T> unit) {
    if (writer.isOwnThread()) {
      throw new IllegalStateException("a unit of work waits for another: it would wait for ever");
    }
    CompletableFuture<T> done = writer.take(unit);
    try {
      return done.join();
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    }
  }

  @Override
  public void submit(Unit<?> unit) {
    writer.submit(unit);
  }

  @Override
  public <T> T read(Unit<T> unit) {
    return readers.read(unit);
  }

  @Override
  public void close() throws SQLException {
    writer.close();
    readers.close();
    lock.close();
  }

  static Refused unavailable(String reason) {
    return new Refused(ErrorCode.STORE_UNAVAILABLE, "store: does not answer, " + reason);
  }

  /** A database that does not answer is a refusal; all else stays what it is. */
  static RuntimeException translated(RuntimeException failure) {
    if (failure instanceof DataAccessResourceFailureException) {
      LOG.atError().setCause(failure).log("the database does not answer");
      return unavailable("see the log of the service");
    }
    return failure;
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a unit of work failed", cause);
  }
}
