package ai.netra.auth;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer fits, or a deadline has passed. */
final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Await() {}

  /** The first answer that fits. */
  static <T> T until(Supplier<T> question, Predicate<T> fits) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    T answer = question.get();
    while (!fits.test(answer)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no answer fitted in time, the last one was " + answer);
      }
      answer = question.get();
    }
    return answer;
  }
}
