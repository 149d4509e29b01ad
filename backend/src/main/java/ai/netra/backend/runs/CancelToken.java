package ai.netra.backend.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops the work of one run: what was registered is called, and the thread is interrupted while it
 * is within a step, never while it writes. Guarded by this.
 */
final class CancelToken {

  /** Why work stops. A later step goes on after {@link #STEP_LATE} alone. */
  enum Reason {
    /** The run ended as cancelled. */
    CANCELLED,
    /** Another holds the run. */
    FENCED,
    /** The run's time is over. */
    RUN_LATE,
    /** The step's time is over. */
    STEP_LATE,
    /** The node lets go of its runs. */
    DRAINED
  }

  private final Set<Runnable> stops = new LinkedHashSet<>();
  private @Nullable Reason reason;
  private @Nullable Thread worker;

  /** Stops the work; the first reason stays, but for a late step's, which any other replaces. */
  void stop(Reason why) {
    List<Runnable> calls;
    synchronized (this) {
      if (reason != null && reason != Reason.STEP_LATE) {
        return;
      }
      reason = why;
      calls = new ArrayList<>(stops);
      if (worker != null) {
        worker.interrupt();
      }
    }
    calls.forEach(Runnable::run);
  }

  synchronized @Nullable Reason reason() {
    return reason;
  }

  /** The current thread begins a step and may be interrupted until {@link #leave}. */
  synchronized void enter() throws InterruptedException {
    checkRun();
    worker = Thread.currentThread();
  }

  /** The step is over: an interrupt that came too late is taken back. */
  synchronized void leave() {
    worker = null;
    stops.clear();
    boolean _ = Thread.interrupted();
  }

  synchronized void check() throws InterruptedException {
    if (reason != null) {
      throw new InterruptedException("stopped: " + reason);
    }
  }

  /** Between steps: throws when the run must not go on; a late step alone does not stop it. */
  synchronized void checkRun() throws InterruptedException {
    if (reason == Reason.STEP_LATE) {
      reason = null;
    }
    check();
  }

  /** Registers what a stop must call; called at once when the work was stopped before. */
  AutoCloseable onStop(Runnable stop) {
    boolean late;
    synchronized (this) {
      late = reason != null;
      stops.add(stop);
    }
    if (late) {
      stop.run();
    }
    return () -> remove(stop);
  }

  private synchronized void remove(Runnable stop) {
    stops.remove(stop);
  }
}
