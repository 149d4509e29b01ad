package ai.netra.loop.instances;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** So many instances may live at once; who comes later waits, in order. */
final class Slots {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final int max;
  private final Semaphore free;

  Slots(int max) {
    this.max = max;
    this.free = new Semaphore(max, true);
  }

  /**
   * Waits for so many at once; false when nobody wants them any more.
   *
   * @throws Refusal 409 when there are never so many
   */
  boolean take(int count, BooleanSupplier wanted) throws InterruptedException {
    if (count > max) {
      throw new Refusal(409, "instances.max: " + max + " at once, this order needs " + count);
    }
    while (wanted.getAsBoolean()) {
      if (free.tryAcquire(count, LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  void give(int count) {
    free.release(count);
  }
}
