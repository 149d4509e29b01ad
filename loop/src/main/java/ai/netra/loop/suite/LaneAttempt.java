package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one test in a lane: tells the gateway each edge before the test passes it, and
 * ends in an {@link Attempt} whatever happens to test or worker.
 */
final class LaneAttempt {

  /** How long an interrupted test has to come back before its worker is given up. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** A test of many invocations goes on with the next, which is interrupted too. */
  private static final Duration AGAIN = Duration.ofMillis(100);

  private final TestStart test;
  private final int lane;
  private final Worker worker;
  private final SuiteContext context;
  private final Supplier<@Nullable String> cut;
  private final Runnable alive;
  private final Notes notes;

  /**
   * @param cut why the run was cut, or null
   * @param alive is called for every sign of life
   */
  LaneAttempt(
      TestStart test,
      int lane,
      Worker worker,
      SuiteContext context,
      Supplier<@Nullable String> cut,
      Runnable alive) {
    this.test = test;
    this.lane = lane;
    this.worker = worker;
    this.context = context;
    this.cut = cut;
    this.alive = alive;
    this.notes = new Notes(test, lane, worker.pid(), worker.birth(), context.clock().instant());
  }

  Attempt run(Map<String, String> addresses) throws InterruptedException {
    context.attribution().begin(test.key(), test.traceId(), lane, test.fault());
    try {
      worker.run(lane, test.uniqueId(), test.traceId(), addresses);
      WorkerEvent end = until(notes.started().plus(test.timeout()));
      return switch (end) {
        case null -> late();
        case WorkerEvent.Finished finished -> notes.finished(finished.checks(), now());
        default -> broken();
      };
    } finally {
      context.attribution().end(test.key());
    }
  }

  /** Obeys events until the attempt's end, the worker's end, or the deadline (null). */
  private @Nullable WorkerEvent until(Instant deadline) throws InterruptedException {
    while (true) {
      WorkerEvent event = worker.next(lane, Duration.between(now(), deadline));
      alive.run();
      switch (event) {
        case null -> {
          return null;
        }
        case WorkerEvent.Edge edge -> pass(edge);
        case WorkerEvent.Invocation invocation -> notes.add(invocation);
        case WorkerEvent.Stack stack -> notes.stack(stack.text());
        case WorkerEvent.Finished finished -> {
          return finished;
        }
        case WorkerEvent.Gone gone -> {
          return gone;
        }
        case WorkerEvent.Found _,
            WorkerEvent.Discovered _,
            WorkerEvent.Refused _,
            WorkerEvent.Dumped _ ->
            throw new SuiteFailure("a worker told " + event + " in the middle of a test");
      }
    }
  }

  private void pass(WorkerEvent.Edge edge) {
    notes.enter(edge.phase(), now());
    context.attribution().phase(test.key(), edge.phase());
    worker.acknowledge(lane);
  }

  private Attempt late() throws InterruptedException {
    Instant last = now().plus(GRACE);
    while (now().isBefore(last)) {
      worker.interrupt(lane, test.traceId());
      WorkerEvent end = until(now().plus(AGAIN));
      if (end instanceof WorkerEvent.Finished finished) {
        return notes.late(finished.checks(), now());
      }
      if (end != null) {
        break;
      }
    }
    worker.retire();
    return notes.late(null, now());
  }

  private Attempt broken() {
    String reason = cut.get();
    return notes.error(
        reason == null
            ? "the worker (process " + worker.pid() + ") " + worker.ending() + " during the test"
            : reason,
        null,
        now());
  }

  private Instant now() {
    return context.clock().instant();
  }
}
