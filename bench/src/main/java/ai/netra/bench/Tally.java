package ai.netra.bench;

import java.util.concurrent.atomic.AtomicLong;

/** What has reached the clients of a crowd; written by its one event loop, read by any thread. */
final class Tally {

  private final AtomicLong joined = new AtomicLong();
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong ends = new AtomicLong();
  private volatile long lastNanos;

  void join() {
    joined.incrementAndGet();
  }

  void frame(boolean end) {
    frames.incrementAndGet();
    if (end) {
      lastNanos = System.nanoTime();
      ends.incrementAndGet();
    }
  }

  long joined() {
    return joined.get();
  }

  long frames() {
    return frames.get();
  }

  long ends() {
    return ends.get();
  }

  /** When the last end of a run arrived. */
  long lastNanos() {
    return lastNanos;
  }
}
