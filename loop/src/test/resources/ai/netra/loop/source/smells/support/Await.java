package support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Polls until it is so. */
  public static void until(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not within " + LIMIT + ": " + what);
      }
      pause();
    }
  }

  /** Tries an assertion again until the deadline, then lets it fail. */
  public static void eventually(Runnable assertion) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        pause();
      }
    }
  }

  public static void retry(int times, Runnable body) {
    for (int i = 0; i < times; i++) {
      try {
        body.run();
        return;
      } catch (AssertionError e) {
        System.out.println("again: " + e.getMessage());
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
