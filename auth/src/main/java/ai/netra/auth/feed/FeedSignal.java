package ai.netra.auth.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for events. Lost wake-ups are impossible: a waiter names what it has seen.
 */
final class FeedSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private long count; // guarded by lock
  private boolean closed; // guarded by lock

  /** How often it was raised; to be read before the look whose emptiness makes one wait. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void raise() {
    lock.lock();
    try {
      count++;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everybody, and nobody waits any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is raised once more than was seen; false when the time has gone by before. */
  boolean await(long seen, Duration longest) {
    long nanos = longest.toNanos();
    lock.lock();
    try {
      while (count == seen && !closed && nanos > 0) {
        nanos = raised.awaitNanos(nanos);
      }
      return count != seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
