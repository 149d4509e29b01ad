package ai.netra.auth.throttle;

import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The slots in which passwords are hashed: hashing takes a core for tens of milliseconds, so only
 * half of the cores do it and only so many requests may wait.
 */
public final class HashPool {

  private static final int WAITING = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Semaphore slots;
  private final AtomicInteger waiting = new AtomicInteger();
  private final int mostWaiting;
  private final Duration longestWait;

  HashPool(int slots, int mostWaiting, Duration longestWait) {
    this.slots = new Semaphore(slots, true);
    this.mostWaiting = mostWaiting;
    this.longestWait = longestWait;
  }

  static HashPool forCores(int cores) {
    return new HashPool(Math.max(1, cores / 2), WAITING, LONGEST_WAIT);
  }

  /**
   * Runs the work in a slot.
   *
   * @throws Refused with SERVICE_BUSY where too many wait, or the wait is too long
   */
  public <T> T run(Supplier<T> work) {
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw busy();
    }
    enter();
    try {
      return work.get();
    } finally {
      slots.release();
    }
  }

  private void enter() {
    try {
      if (!slots.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.decrementAndGet();
    }
  }

  boolean full() {
    return waiting.get() >= mostWaiting;
  }

  private static Refused busy() {
    return Refused.until(
        ErrorCode.SERVICE_BUSY,
        "password check: too many at once, come again later",
        Duration.ofSeconds(1));
  }
}
