package ai.netra.loop.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The place of a worker that one or more lanes share. A worker that is gone or retired is replaced
 * when a lane asks next. Guarded by this object's lock.
 */
final class WorkerSlot {

  private final Supplier<Worker> starter;
  private final List<Worker> started = new ArrayList<>();

  WorkerSlot(Supplier<Worker> starter) {
    this.starter = starter;
  }

  /** A worker, entered: the caller must leave it. */
  synchronized Worker enter() {
    if (!started.isEmpty() && started.getLast().enter()) {
      return started.getLast();
    }
    Worker fresh = starter.get();
    started.add(fresh);
    if (!fresh.enter()) {
      throw new SuiteFailure("a worker ended before its first test: it " + fresh.ending());
    }
    return fresh;
  }

  synchronized List<Worker> started() {
    return List.copyOf(started);
  }
}
