package ai.netra.auth.store;

import ai.netra.auth.service.StartUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file in WAL mode: one writer thread, a few readers. A lock file beside it keeps a second
 * process out.
 */
public final class SqliteStore implements Store, StartUp.Migration, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
  private static final int READERS = 4;
  private static final long READER_WAIT_SECONDS = 5;

  private final Path file;
  private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
  private volatile @Nullable Writer writer;
  private @Nullable FileLock lock;

  /** A store on this file, which is opened by {@link #migrate()} alone. */
  public SqliteStore(Path file) {
    this.file = file;
  }

  @Override
  public void migrate() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      lock = lock();
      Flyway.configure()
          .dataSource(source(false))
          .locations("classpath:ai/netra/auth/migrations")
          .load()
          .migrate();
      for (int i = 0; i < READERS; i++) {
        Connection reader = source(true).getConnection();
        reader.setAutoCommit(false);
        readers.add(reader);
      }
      writer = Writer.start(source(false).getConnection());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be opened", e);
    } catch (SQLException e) {
      throw new StoreFailure(file + ": cannot be opened", e);
    }
  }

  private FileLock lock() throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = channel.tryLock();
    if (held == null) {
      channel.close();
      throw new IllegalStateException(file + ": another process uses this database");
    }
    return held;
  }

  private SQLiteDataSource source(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(1_000);
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public <T> T write(Unit<T> unit) {
    Writer open = writer;
    if (open == null) {
      throw new StoreFailure(file + ": not open yet", new IllegalStateException("not migrated"));
    }
    return open.write(unit);
  }

  @Override
  public <T> T read(Read<T> read) {
    Connection connection = reader();
    try {
      return read.run(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    } catch (DataAccessException e) {
      throw new StoreFailure("a read failed", e);
    } finally {
      release(connection);
    }
  }

  /** Whatever happened, the next reader must find the connection again, in no transaction. */
  private void release(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("a read was not ended");
    } finally {
      readers.add(connection);
    }
  }

  private Connection reader() {
    try {
      Connection connection = readers.poll(READER_WAIT_SECONDS, TimeUnit.SECONDS);
      if (connection == null) {
        throw new StoreFailure("no reader was free in time", new IllegalStateException("busy"));
      }
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("interrupted while waiting for a reader", e);
    }
  }

  /** Ends the writer after the units that wait, then closes everything. */
  @Override
  public void close() {
    Writer open = writer;
    if (open != null) {
      open.close();
    }
    try {
      for (Connection reader : readers) {
        reader.close();
      }
      if (lock != null) {
        lock.channel().close();
      }
    } catch (SQLException | IOException e) {
      throw new StoreFailure(file + ": cannot be closed", e);
    }
  }
}
