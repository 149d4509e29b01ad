package ai.netra.e2e.support;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the platform owes, never longer than {@link Platform#PATIENCE}. */
public final class Await {

  /** Short at first, then longer: what takes its time must not use up its owner's requests. */
  private static final long PAUSE_MILLIS = 20;

  private static final long LONGEST_PAUSE_MILLIS = 250;

  private Await() {}

  /** Asks again until the answer is as wanted, and returns it; fails with the last one. */
  public static <T> T until(String what, Supplier<T> question, Predicate<T> wanted) {
    Instant deadline = Instant.now().plus(Platform.PATIENCE);
    T last = question.get();
    long pause = PAUSE_MILLIS;
    while (!wanted.test(last)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + ": not in time; the last answer was " + last);
      }
      pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      last = question.get();
    }
    return last;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
