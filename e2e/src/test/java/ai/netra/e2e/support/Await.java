package ai.netra.e2e.support;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the platform owes, never longer than {@link Platform#PATIENCE}. */
public final class Await {

  private static final long PAUSE_MILLIS = 20;

  private Await() {}

  /** Asks again until the answer is as wanted, and returns it; fails with the last one. */
  public static <T> T until(String what, Supplier<T> question, Predicate<T> wanted) {
    Instant deadline = Instant.now().plus(Platform.PATIENCE);
    T last = question.get();
    while (!wanted.test(last)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + ": not in time; the last answer was " + last);
      }
      pause();
      last = question.get();
    }
    return last;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
