package ai.netra.backend.usage;

import ai.netra.backend.store.Store;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away blobs of removed segments after their hour, and those that no row ever named. */
final class BlobSweep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);
  private static final Duration ORPHAN_AGE = Duration.ofHours(24);
  private static final int SLICE = 1_000;
  private static final long EVERY_MINUTES = 10;

  private final Store store;
  private final Blobs blobs;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("blob-sweep").factory());

  BlobSweep(Store store, Blobs blobs, Clock clock) {
    this.store = store;
    this.blobs = blobs;
    this.clock = clock;
  }

  void start() {
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::attempt, 1, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void attempt() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("the sweep of blobs failed; the next one tries again");
    }
  }

  void sweep() {
    List<String> due = store.read(unit -> due(unit, clock.millis()));
    due.forEach(blobs::delete);
    store.write(unit -> forget(unit, due));
    FileTime before = FileTime.from(clock.instant().minus(ORPHAN_AGE));
    for (String blob : blobs.olderThan(before)) {
      if (!store.read(unit -> named(unit, blob))) {
        blobs.delete(blob);
      }
    }
  }

  private static List<String> due(Store.Transaction unit, long now) {
    return unit.sql()
        .sql("select blob from segments where purge_at <= ? order by segment_key limit ?")
        .params(now, SLICE)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static int forget(Store.Transaction unit, List<String> due) {
    int rows = 0;
    for (String blob : due) {
      rows += unit.sql().sql("delete from segments where blob = ?").param(blob).update();
    }
    return rows;
  }

  private static boolean named(Store.Transaction unit, String blob) {
    return unit.sql()
            .sql("select count(*) from segments where blob = ?")
            .param(blob)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
