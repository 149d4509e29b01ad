package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands waiting imports to platform threads, at most two of a user at once, oldest first. */
final class ImportQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
  private static final int OF_A_USER = 2;
  private static final long STOP_SECONDS = 5;

  private final Deque<ImportRow> waiting = new ArrayDeque<>(); // guarded by this
  private final Map<UserKey, Integer> running = new HashMap<>(); // guarded by this
  private final ExecutorService threads;
  private final Consumer<ImportRow> work;
  private final int most;
  private int busy; // guarded by this

  ImportQueue(int threads, Consumer<ImportRow> work) {
    this.most = threads;
    this.work = work;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("import-", 0).factory());
  }

  synchronized void add(ImportRow row) {
    waiting.add(row);
    start();
  }

  private synchronized void start() {
    while (busy < most) {
      ImportRow next = next();
      if (next == null) {
        return;
      }
      busy++;
      running.merge(next.user(), 1, Integer::sum);
      threads.execute(() -> run(next));
    }
  }

  private @Nullable ImportRow next() {
    for (Iterator<ImportRow> rows = waiting.iterator(); rows.hasNext(); ) {
      ImportRow row = rows.next();
      if (running.getOrDefault(row.user(), 0) < OF_A_USER) {
        rows.remove();
        return row;
      }
    }
    return null;
  }

  private void run(ImportRow row) {
    try {
      work.accept(row);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("import", row.id()).log("an import broke");
    } finally {
      ended(row);
    }
  }

  private synchronized void ended(ImportRow row) {
    busy--;
    running.computeIfPresent(row.user(), (_, count) -> count > 1 ? count - 1 : null);
    if (!threads.isShutdown()) {
      start();
    }
  }

  /** Stops what runs; it is read again after the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.atWarn()
            .log("an import did not stop in time; its file is read again at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
