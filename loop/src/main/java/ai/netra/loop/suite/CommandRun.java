package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite of kind {@code command}: each lane calls the command for one test after the
 * other. A command that does not take {@code ${report}} writes all reports to one place and gets
 * one lane.
 */
final class CommandRun implements Execution {

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final int lanes;
  private final Queue<TestStart> waiting;
  private final Consumer<Attempt> seen;
  private final Queue<Attempt> ended = new ConcurrentLinkedQueue<>();
  private final Set<CommandAttempt> inFlight = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> cut = new AtomicReference<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile Instant lastSign;

  CommandRun(SuiteSpec spec, SuiteContext context, List<TestStart> tests, Consumer<Attempt> seen) {
    this.spec = spec;
    this.context = context;
    this.lanes = Objects.requireNonNull(spec.run()).contains("${report}") ? spec.lanes() : 1;
    this.waiting = new ConcurrentLinkedQueue<>(tests);
    this.seen = seen;
    this.lastSign = context.clock().instant();
  }

  /** What a command finds in its environment besides what is declared. */
  static Map<String, String> variables(SuiteSpec spec, Addresses addresses, int lane) {
    Map<String, String> variables = new HashMap<>();
    spec.uses()
        .forEach((service, variable) -> variables.put(variable, addresses.lane(service, lane)));
    variables.put(LaneAddresses.CONTROL, addresses.control(lane));
    return variables;
  }

  @Override
  public List<Attempt> execute() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      int number = lane;
      Thread.ofVirtual().name("lane-" + lane).start(() -> work(number, open));
    }
    try {
      new Watch(spec, context.clock()).await(open, () -> lastSign, this::cut);
    } catch (InterruptedException e) {
      cut("the run was interrupted");
      open.await();
      throw e;
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

  @Override
  public void cut(String reason) {
    if (cut.compareAndSet(null, reason)) {
      inFlight.forEach(CommandAttempt::kill);
    }
  }

  private void work(int lane, CountDownLatch open) {
    try {
      for (TestStart test = take(); test != null; test = take()) {
        end(attempt(lane, test));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      cut("the runner failed: " + e.getMessage());
    } finally {
      open.countDown();
    }
  }

  private @Nullable TestStart take() {
    return cut.get() == null ? waiting.poll() : null;
  }

  private Attempt attempt(int lane, TestStart test) throws InterruptedException {
    CommandAttempt attempt = new CommandAttempt(spec, context, test, lane);
    inFlight.add(attempt);
    try {
      Attempt made = attempt.run();
      String reason = cut.get();
      return reason == null || made.status() == Status.PASSED ? made : test.cut(made, reason);
    } finally {
      inFlight.remove(attempt);
    }
  }

  private void end(Attempt attempt) {
    lastSign = context.clock().instant();
    ended.add(attempt);
    seen.accept(attempt);
  }
}
