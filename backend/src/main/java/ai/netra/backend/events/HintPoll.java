package ai.netra.backend.events;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats the poll for lost hints, once a second, until it is closed. */
final class HintPoll implements AutoCloseable {

  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(HintPoll.class);

  private final Thread thread;

  HintPoll(Runnable poll) {
    this.thread = Thread.ofVirtual().name("hint-poll").start(() -> repeat(poll));
  }

  private static void repeat(Runnable poll) {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        once(poll);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void once(Runnable poll) {
    try {
      poll.run();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("poll for lost hints failed; the next one follows");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
