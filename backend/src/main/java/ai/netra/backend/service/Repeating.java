package ai.netra.backend.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats an action on a virtual thread of its own, with a pause after each, until closed. */
public final class Repeating implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final Thread thread;

  private Repeating(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins with a pause. An action that fails is logged and tried again after the next pause.
   *
   * @param name of the thread, and in the log
   */
  public static Repeating every(Duration pause, String name, Runnable action) {
    return new Repeating(Thread.ofVirtual().name(name).start(() -> repeat(pause, name, action)));
  }

  private static void repeat(Duration pause, String name, Runnable action) {
    try {
      while (true) {
        Thread.sleep(pause);
        once(name, action);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void once(String name, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("task", name).setCause(e).log("a task failed; it is repeated");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
