package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.round.RoundState.Proving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One round at work on its target: a tree's stage and what runs on it. */
final class Site implements AutoCloseable {

  private final int number;
  private final Stage stage;
  private final Ledger ledger;
  private final Passes passes;
  private final Judge judge;

  Site(int number, Stage stage, RunStarted started, Ledger ledger, RoundListener listener) {
    this.number = number;
    this.stage = stage;
    this.ledger = ledger;
    this.passes = new Passes(number, started.nonce(), stage, ledger, listener);
    this.judge = new Judge(number, started, ledger, listener);
  }

  Stage stage() {
    return stage;
  }

  Passes passes() {
    return passes;
  }

  Judge judge() {
    return judge;
  }

  Deployer.Outcome deploy() {
    Deployer.Outcome outcome = stage.deploy();
    if (outcome instanceof Deployer.Outcome.Attested it) {
      it.deployment().onDeath(dead -> passes.cut("service " + dead.name() + " ended in the run"));
    }
    return outcome;
  }

  /**
   * Finds and freezes the tests, while the services settle.
   *
   * @param good what was proved last on this target
   */
  Selection select(Optional<DeployBack> good) {
    List<SelectedSuite> selected = new ArrayList<>();
    for (StagedSuite staged : stage.suites()) {
      ledger.once(number, staged.terms());
      Inventory inventory = staged.suite().discover();
      Optional<String> objection = objection(inventory);
      if (objection.isPresent()) {
        return new Selection.Objected(objection.get());
      }
      ledger.once(number, inventory);
      new SmellScan(number, ledger).look(staged.suite(), inventory, stage.shown().smells());
      selected.add(new SelectedSuite(staged.suite(), inventory));
    }
    // the services settled while the tests were built and found
    Optional<Closed> errors = new ErrorBudget(number, ledger, good).gate(stage.settled());
    return errors
        .<Selection>map(Selection.Unsettled::new)
        .orElseGet(() -> new Selection.Frozen(selected));
  }

  /** An inventory that was frozen stays as it is until its round ends, and the next loses none. */
  private Optional<String> objection(Inventory inventory) {
    String suite = "suite " + inventory.suite();
    if (inventory.tests().isEmpty()) {
      return Optional.of(suite + " has no test: nothing can be proved");
    }
    Optional<Inventory> frozen = ledger.frozen(inventory.suite());
    if (frozen.isPresent()) {
      return frozen.get().sha256().equals(inventory.sha256())
          ? Optional.empty()
          : Optional.of(suite + " has other tests than when the run began: start another, --new");
    }
    Set<String> ids = ids(inventory);
    return ledger.inventory(inventory.suite()).stream()
        .flatMap(it -> ids(it).stream())
        .filter(it -> !ids.contains(it))
        .findFirst()
        .map(it -> suite + " has lost a test: " + it);
  }

  private static Set<String> ids(Inventory inventory) {
    return inventory.tests().stream().map(Inventory.Test::id).collect(Collectors.toSet());
  }

  /** Controls and mutants of a full run; returns why it, or they, were cut. */
  Optional<String> prove(Proving state) {
    Optional<String> cut = state.cut();
    if (cut.isEmpty()) {
      cut = passes.controls(state);
      cut = cut.isPresent() ? cut : passes.mutants(state);
    }
    return cut;
  }

  @Override
  public void close() {
    stage.close();
  }
}
