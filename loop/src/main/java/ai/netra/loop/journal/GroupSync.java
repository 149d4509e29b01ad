package ai.netra.loop.journal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Puts what came in a group on the disk, so that no line waits longer than the group's time. */
final class GroupSync implements AutoCloseable {

  private static final long GROUP_MILLIS = 50;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("journal-sync").daemon(true).factory());

  private final ScheduledFuture<?> task;

  GroupSync(Runnable sync) {
    task = timer.scheduleWithFixedDelay(sync, GROUP_MILLIS, GROUP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    task.cancel(false);
    timer.close();
  }
}
