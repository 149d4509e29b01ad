package ai.netra.loop.round;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.round.RoundState.Proving;
import ai.netra.loop.round.RoundState.Running;
import ai.netra.loop.suite.FullRun;
import ai.netra.loop.suite.Suite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs the suites of a round, one after the other, and journals what they tell. A cut ends the pass
 * under way and all that follow.
 */
final class Passes {

  private final int round;
  private final String nonce;
  private final Stage stage;
  private final Ledger ledger;
  private final RoundListener listener;

  /** The verdict attempts of the last full run by suite; of the round's thread alone. */
  private final Map<String, List<Attempt>> last = new HashMap<>();

  /** Guards the two fields below. */
  private final Object lock = new Object();

  private Optional<Suite> running = Optional.empty();
  private Optional<String> cut = Optional.empty();

  Passes(int round, String nonce, Stage stage, Ledger ledger, RoundListener listener) {
    this.round = round;
    this.nonce = nonce;
    this.stage = stage;
    this.ledger = ledger;
    this.listener = listener;
  }

  /** Ends what runs, for this reason; the first reason counts. */
  void cut(String reason) {
    synchronized (lock) {
      if (cut.isEmpty()) {
        cut = Optional.of(reason);
        running.ifPresent(it -> it.cut(reason));
      }
    }
  }

  /** A full run; returns why it was cut, or empty. */
  Optional<String> verdict(Running state) {
    last.clear();
    int tests = state.suites().stream().mapToInt(it -> it.inventory().tests().size()).sum();
    listener.pass(state.run(), Mode.VERDICT, tests);
    for (SelectedSuite suite : state.suites()) {
      Orders orders = new Orders(suite.inventory(), stage.past(suite.name()), nonce);
      Order order = orders.of(state.run(), ledger.orders(suite.name()));
      ledger.append(round, "", order, List.of());
      FullRun run =
          new FullRun(
              state.run(), state.run(), Mode.VERDICT, order.tests(), Map.of(), Map.of(), true);
      last.put(suite.name(), run(suite.suite(), run));
    }
    return why();
  }

  /**
   * Runs some tests again and again on the target; they count for no verdict.
   *
   * @return how often any of them was red; ends with the first
   */
  Rate repeated(List<SelectedSuite> suites, List<TestRef> tests, int times) {
    for (int done = 1; done <= times; done++) {
      for (SelectedSuite suite : suites) {
        List<String> order =
            tests.stream()
                .filter(it -> it.suite().equals(suite.name()))
                .map(TestRef::test)
                .toList();
        if (!order.isEmpty() && !allPassed(suite, order)) {
          return new Rate(1, done);
        }
      }
    }
    return new Rate(0, tests.isEmpty() ? 0 : times);
  }

  private boolean allPassed(SelectedSuite suite, List<String> order) {
    int attempt = ledger.prover().nextAttempt(suite.name(), Mode.EXPERIMENT);
    listener.pass(0, Mode.EXPERIMENT, order.size());
    FullRun run = new FullRun(0, attempt, Mode.EXPERIMENT, order, Map.of(), Map.of(), false);
    return run(suite.suite(), run).stream().allMatch(it -> it.status() == Attempt.Status.PASSED)
        && why().isEmpty();
  }

  /** The controls of a full run; returns why they were cut, or empty. */
  Optional<String> controls(Proving state) {
    takeOver(state);
    Map<SelectedSuite, FullRun> plans = new HashMap<>();
    for (SelectedSuite suite : state.suites()) {
      List<Attempt> attempts = last.getOrDefault(suite.name(), List.of());
      Controls.plan(ledger.prover(), suite.inventory(), state.run(), attempts)
          .ifPresent(plan -> plans.put(suite, plan));
    }
    int tests = plans.values().stream().mapToInt(it -> it.order().size()).sum();
    if (tests > 0) {
      listener.pass(state.run(), Mode.CONTROL, tests);
    }
    plans.forEach((suite, plan) -> run(suite.suite(), plan));
    for (SelectedSuite suite : plans.keySet()) {
      List<Attempt> attempts = last.getOrDefault(suite.name(), List.of());
      Controls.again(ledger.prover(), suite.inventory(), state.run(), attempts)
          .ifPresent(plan -> run(suite.suite(), plan));
    }
    return why();
  }

  private void takeOver(Proving state) {
    for (SelectedSuite suite : state.suites()) {
      Controls.takenOver(ledger.prover(), suite.inventory(), state.run(), stage.shown().parts())
          .forEach(it -> ledger.append(round, "", it, List.of()));
    }
  }

  /** The mutants of a full run; returns why they were cut, or empty. */
  Optional<String> mutants(Proving state) {
    for (SelectedSuite suite : state.suites()) {
      List<Attempt> attempts = last.getOrDefault(suite.name(), List.of());
      Mutants mutants =
          new Mutants(ledger, suite.inventory(), nonce, new Mutants.Green(state.run(), attempts));
      asked(suite, mutants, false);
      // once more, with more patience and without any frame of a socket, those that ended before an
      // answer was changed, and those that did not miss the last frames
      asked(suite, mutants, true);
      mutants.seeded().ifPresent(it -> run(suite, it));
    }
    return why();
  }

  private void asked(SelectedSuite suite, Mutants mutants, boolean patient) {
    for (Mutant.Change change : List.of(Mutant.Change.STATUS, Mutant.Change.BODY)) {
      mutants.asked(change, patient).ifPresent(it -> run(suite, it));
    }
  }

  private void run(SelectedSuite suite, Mutants.Plan plan) {
    listener.pass(plan.run().run(), Mode.MUTANT, plan.run().order().size());
    plan.mutants().forEach(it -> ledger.append(round, "", it, List.of()));
    run(suite.suite(), plan.run());
  }

  private List<Attempt> run(Suite suite, FullRun run) {
    Collection<TestKey> keys = new ConcurrentLinkedQueue<>();
    if (!start(suite)) {
      return List.of();
    }
    try {
      return List.copyOf(suite.run(run, attempt -> seen(attempt, keys)));
    } finally {
      stop();
      stage.settle(new ArrayList<>(keys));
    }
  }

  private void seen(Attempt attempt, Collection<TestKey> keys) {
    keys.add(attempt.key());
    ledger.append(round, "", attempt, List.of());
    listener.attempt(attempt);
  }

  private boolean start(Suite suite) {
    synchronized (lock) {
      running = Optional.of(suite);
      return cut.isEmpty();
    }
  }

  private void stop() {
    synchronized (lock) {
      running = Optional.empty();
    }
  }

  private Optional<String> why() {
    synchronized (lock) {
      return cut;
    }
  }
}
