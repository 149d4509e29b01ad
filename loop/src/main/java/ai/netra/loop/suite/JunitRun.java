package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run of a JUnit suite: lanes take tests from one queue, in order. */
final class JunitRun implements Execution {

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final boolean sharesWorkers;
  private final Queue<TestStart> waiting;
  private final Consumer<Attempt> seen;
  private final List<WorkerSlot> slots;
  private final Queue<Attempt> ended = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable String> cut = new AtomicReference<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile Instant lastSign;

  /**
   * @param sharesWorkers whether lanes are threads of shared workers; else each has its own
   */
  JunitRun(
      SuiteSpec spec,
      SuiteContext context,
      Workers workers,
      boolean sharesWorkers,
      List<TestStart> tests,
      Consumer<Attempt> seen) {
    this.spec = spec;
    this.context = context;
    this.sharesWorkers = sharesWorkers;
    this.waiting = new ConcurrentLinkedQueue<>(tests);
    this.seen = seen;
    this.lastSign = context.clock().instant();
    this.slots = slots(workers);
  }

  private List<WorkerSlot> slots(Workers workers) {
    int count = sharesWorkers ? Math.min(spec.jvms(), spec.lanes()) : spec.lanes();
    return IntStream.range(0, count)
        .mapToObj(n -> new WorkerSlot(() -> workers.start("worker", addressesOf(n))))
        .toList();
  }

  /** What the variables of a worker hold: the fronts' addresses, or those of its only lane. */
  private Map<String, String> addressesOf(int slot) {
    LaneAddresses of = new LaneAddresses(spec, context.addresses());
    return sharesWorkers ? of.front() : of.own(slot);
  }

  /**
   * Runs all tests and returns an attempt for each.
   *
   * @throws SuiteFailure when no worker can be started
   */
  @Override
  public List<Attempt> execute() throws InterruptedException {
    CountDownLatch lanes = new CountDownLatch(spec.lanes());
    try {
      for (int lane = 0; lane < spec.lanes(); lane++) {
        int number = lane;
        Thread.ofVirtual().name("lane-" + lane).start(() -> work(number, lanes));
      }
      new Watch(spec, context.clock()).await(lanes, () -> lastSign, this::cut);
    } catch (InterruptedException e) {
      cut("the run was interrupted");
      lanes.await();
      throw e;
    } finally {
      Worker.endAll(slots.stream().flatMap(slot -> slot.started().stream()).toList());
    }
    return outcome();
  }

  private List<Attempt> outcome() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    String reason = cut.get();
    waiting.forEach(
        test ->
            end(test.notRun(reason == null ? "never started" : reason, context.clock().instant())));
    return new ArrayList<>(ended);
  }

  /** Ends the run: tests in flight are ERROR, the rest NOT_RUN, with this reason. */
  @Override
  public void cut(String reason) {
    if (cut.compareAndSet(null, reason)) {
      slots.forEach(slot -> slot.started().forEach(Worker::kill));
    }
  }

  private void work(int lane, CountDownLatch lanes) {
    try {
      WorkerSlot slot = slots.get(lane % slots.size());
      for (TestStart test = take(); test != null; test = take()) {
        end(attempt(lane, slot, test));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      cut("the runner failed: " + e.getMessage());
    } finally {
      lanes.countDown();
    }
  }

  private @Nullable TestStart take() {
    return cut.get() == null ? waiting.poll() : null;
  }

  private Attempt attempt(int lane, WorkerSlot slot, TestStart test) throws InterruptedException {
    Worker worker = slot.enter();
    try {
      if (cut.get() != null) {
        // It was started while the others were ended.
        worker.kill();
      }
      return new LaneAttempt(test, lane, worker, context, cut::get, this::alive)
          .run(addresses(lane));
    } finally {
      worker.leave();
    }
  }

  private void alive() {
    lastSign = context.clock().instant();
  }

  private void end(Attempt attempt) {
    ended.add(attempt);
    seen.accept(attempt);
  }

  private Map<String, String> addresses(int lane) {
    return new LaneAddresses(spec, context.addresses()).of(lane);
  }
}
