package ai.netra.loop.gateway;

import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The attempts that began, by key, by trace id and, until they end, by lane. */
final class Windows {

  private final Map<TestKey, Window> byKey = new ConcurrentHashMap<>();
  private final Map<String, Window> byTrace = new ConcurrentHashMap<>();
  private final Map<Integer, Window> byLane = new ConcurrentHashMap<>();

  /** Guards nothing but the wait for calls to be recorded. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition recorded = lock.newCondition();

  void begin(TestKey key, String traceId, int lane, @Nullable Fault fault) {
    Window window = new Window(key, traceId, lane, fault);
    Window other = byLane.putIfAbsent(lane, window);
    if (other != null) {
      throw new IllegalStateException(
          "lane " + lane + ": one attempt at a time, got " + key + " during " + other.key());
    }
    byKey.put(key, window);
    byTrace.put(traceId, window);
  }

  void phase(TestKey key, Phase phase) {
    of(key).phase(phase);
  }

  void end(TestKey key) {
    Window window = of(key);
    byLane.remove(window.lane(), window);
  }

  /** The attempt whose trace id this is, whether it goes on or not. */
  Optional<Window> ofTrace(String traceId) {
    return Optional.ofNullable(byTrace.get(traceId));
  }

  /** The attempt that the lane runs now. */
  Optional<Window> ofLane(int lane) {
    return Optional.ofNullable(byLane.get(lane));
  }

  /** The attempt whose everything is that passes there; empty on a front listener. */
  Optional<Window> at(Site site) {
    if (site.own() != null) {
      return Optional.ofNullable(byKey.get(site.own().owner()));
    }
    return site.isLane() ? ofLane(site.lane()) : Optional.empty();
  }

  /** Tells those who wait that a call was recorded. */
  void signal() {
    lock.lock();
    try {
      recorded.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all calls of the attempts are recorded; false when the time was up before. */
  boolean awaitRecorded(Collection<TestKey> keys, Duration longest) throws InterruptedException {
    List<Window> windows = windows(keys);
    return await(() -> windows.stream().allMatch(Window::isRecorded), longest);
  }

  /** Waits until the calls that passed there are recorded; false when the time was up before. */
  boolean awaitRecorded(Gateway.Own own, Duration longest) throws InterruptedException {
    Window window = of(own.owner());
    return await(() -> window.isRecorded(own), longest);
  }

  private boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = recorded.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Cuts what the attempts still have open. */
  void cut(Collection<TestKey> keys) {
    windows(keys).forEach(window -> window.cut(null));
  }

  private List<Window> windows(Collection<TestKey> keys) {
    return keys.stream().map(byKey::get).filter(Objects::nonNull).toList();
  }

  Window of(TestKey key) {
    Window window = byKey.get(key);
    if (window == null) {
      throw new IllegalStateException("an attempt begins before it goes on, got " + key);
    }
    return window;
  }
}
