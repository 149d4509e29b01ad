package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.suite.FullRun;
import ai.netra.loop.suite.SuiteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Services and suites of an experiment, apart from the target; they serve until closed. */
final class Side implements AutoCloseable {

  private final int round;
  private final Ledger ledger;
  private final Stage stage;
  private final List<Found> suites = new ArrayList<>();
  private final AtomicBoolean broken = new AtomicBoolean();
  private Optional<Closed> gate = Optional.empty();
  private Optional<String> suiteFailure = Optional.empty();

  private record Found(StagedSuite staged, List<String> tests) {}

  /** Deploys, builds the suites and finds their tests, as far as that goes. */
  Side(Stage stage, int round, Ledger ledger) {
    this.stage = stage;
    this.round = round;
    this.ledger = ledger;
    switch (stage.deploy()) {
      case Closed it -> gate = Optional.of(it);
      case Deployer.Outcome.Attested it -> {
        it.deployment().onDeath(dead -> cut("service " + dead.name() + " ended meanwhile"));
        find();
      }
    }
  }

  private void find() {
    try {
      for (StagedSuite staged : stage.suites()) {
        Inventory inventory = staged.suite().discover();
        List<String> tests = inventory.tests().stream().map(Inventory.Test::id).toList();
        suites.add(new Found(staged, tests));
      }
    } catch (SuiteFailure e) {
      suiteFailure = Optional.of(Objects.requireNonNull(e.getMessage()));
    }
  }

  /** Ends what runs, from any thread; it serves no more. */
  void cut(String reason) {
    broken.set(true);
    suites.forEach(it -> it.staged().suite().cut(reason));
  }

  /** Why the services do not run; empty where they do. */
  Optional<Closed> gate() {
    return gate;
  }

  /** Why the tests cannot be run; empty where they can. */
  Optional<String> suiteFailure() {
    return suiteFailure;
  }

  /** Whether it can serve another experiment. */
  boolean serves() {
    return !broken.get();
  }

  /** Runs those of the tests that there are, and returns their attempts, journaled. */
  List<Attempt> run(Set<TestRef> tests) {
    List<Attempt> attempts = new ArrayList<>();
    for (Found found : suites) {
      String suite = found.staged().terms().suite();
      List<String> order =
          found.tests().stream().filter(it -> tests.contains(new TestRef(suite, it))).toList();
      if (!order.isEmpty()) {
        int attempt = ledger.prover().nextAttempt(suite, Mode.EXPERIMENT);
        FullRun run = new FullRun(0, attempt, Mode.EXPERIMENT, order, Map.of(), Map.of(), false);
        attempts.addAll(
            found.staged().suite().run(run, it -> ledger.append(round, "", it, List.of())));
      }
    }
    stage.settle(attempts.stream().map(Attempt::key).toList());
    return attempts;
  }

  @Override
  public void close() {
    stage.close();
  }
}
