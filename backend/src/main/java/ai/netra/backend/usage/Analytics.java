package ai.netra.backend.usage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs native work on as many platform threads as there are cores, while callers wait on their own.
 */
final class Analytics implements AutoCloseable {

  private static final int MOST_WAITING = 10_000;
  private static final long STOP_MILLIS = 20;
  private static final String MEMORY = "1GiB";

  private final ThreadPoolExecutor pool;
  private final Path temporary;
  private final AtomicLong opened = new AtomicLong();

  /**
   * @param temporary where a query spills that outgrows its memory
   */
  Analytics(int threads, Path temporary) {
    this.temporary = temporary;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("analytics-", 0).factory());
  }

  /**
   * Waits for work on the pool. When the waiting thread is interrupted the work is stopped, and the
   * wait goes on until it has ended, so that nothing is closed under it.
   *
   * @param stop ends the work early; called until it has ended
   * @throws QueryFailed when the work throws an SQLException
   */
  <T> T call(String what, Callable<T> work, Runnable stop) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    pool.execute(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      if (!pool.remove(task)) {
        stopped(task, stop);
      }
      throw e;
    } catch (ExecutionException e) {
      throw failure(what, e.getCause());
    }
  }

  private static void stopped(FutureTask<?> task, Runnable stop) {
    while (!task.isDone()) {
      stop.run();
      try {
        task.get(STOP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | InterruptedException again) {
        Thread.onSpinWait(); // the statement may not have begun when it was told to stop
      } catch (ExecutionException ended) {
        return;
      }
    }
  }

  private static RuntimeException failure(String what, @Nullable Throwable cause) {
    return switch (cause) {
      case null -> new QueryFailed(what + " failed");
      case QueryFailed failed -> failed;
      case SQLException e -> new QueryFailed(what + ": " + e.getMessage(), e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new QueryFailed(what + " failed", cause);
    };
  }

  /**
   * An in-memory database that may touch these files and nothing else. Call it on the pool.
   *
   * @param folders where it may also write, for the import alone, whose rows keep their order
   */
  Connection open(List<Path> files, List<Path> folders, int threads) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
    try (Statement statement = connection.createStatement()) {
      for (String setting : settings(files, folders, threads)) {
        statement.execute(setting);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private List<String> settings(List<Path> files, List<Path> folders, int threads) {
    return List.of(
        "set autoinstall_known_extensions = false",
        "set autoload_known_extensions = false",
        "set enable_external_file_cache = false",
        "set memory_limit = '" + MEMORY + "'",
        "set threads = " + threads,
        "set temp_directory = " + Sql.text(spill().toString()),
        "set preserve_insertion_order = " + !folders.isEmpty(),
        "set allowed_paths = " + Sql.list(files),
        "set allowed_directories = " + Sql.list(folders),
        "set enable_external_access = false",
        "set lock_configuration = true");
  }

  /** A folder of its own: files of two databases would have the same names. */
  private Path spill() {
    return temporary.resolve("spill-" + opened.incrementAndGet());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
