package ai.netra.backend.runs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls what is due, on a virtual thread of its own, so that nobody delays another's deadline. */
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Deadlines() {
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("run-deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Calls the action after a while, unless the deadline is closed before. */
  Deadline in(Duration delay, String name, Runnable action) {
    Future<?> due =
        timer.schedule(
            () -> Thread.ofVirtual().name(name).start(action),
            delay.toNanos(),
            TimeUnit.NANOSECONDS);
    return () -> due.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Something that may come due. */
  interface Deadline extends AutoCloseable {
    @Override
    void close();
  }
}
