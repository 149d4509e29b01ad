package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.gateway.GatewayFailure;
import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.round.RoundState.Deploying;
import ai.netra.loop.round.RoundState.Finished;
import ai.netra.loop.round.RoundState.Gated;
import ai.netra.loop.round.RoundState.Proving;
import ai.netra.loop.round.RoundState.Running;
import ai.netra.loop.round.RoundState.Selecting;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state machine of a run: deploy, select, run, prove, and again in another order until every
 * test is proved as often as asked, or stop with a truthful reason. It decides; the other rooms
 * compute. {@link #run} belongs to one thread, {@link #interrupt} may come from any.
 */
public final class Round {

  private static final String AGAIN = "the loop was started again";

  /** A run has one round until something can be mended in it. */
  static final int NUMBER = 1;

  private final RunStarted started;
  private final Stage stage;
  private final Ledger ledger;
  private final RoundListener listener;
  private final LastKnownGood lastKnownGood;
  private final Passes passes;
  private final Judge judge;

  /** The number of the next full run, of the round's thread alone. */
  private int nextRun = 1;

  private final AtomicReference<Optional<String>> interruption =
      new AtomicReference<>(Optional.empty());

  /**
   * @param started the first line of the journal, which nothing else may have written
   */
  Round(
      RunStarted started,
      Stage stage,
      Ledger ledger,
      LastKnownGood lastKnownGood,
      RoundListener listener) {
    this.started = started;
    this.stage = stage;
    this.ledger = ledger;
    this.listener = listener;
    this.lastKnownGood = lastKnownGood;
    this.passes = new Passes(NUMBER, started.nonce(), stage, ledger, listener);
    this.judge = new Judge(NUMBER, started, ledger, listener);
  }

  /**
   * Runs to the end and leaves nothing running.
   *
   * @throws JournalFailure when not even the last line can be written
   */
  Result run() {
    ledger.append(NUMBER, "", started, List.of());
    RoundState first = new Deploying();
    listener.moved(first.label(), "tree " + started.tree());
    return runFrom(first);
  }

  /** The same for a run whose loop ended before it did, from where its records leave it. */
  Result goOn(Resumption resumption) {
    nextRun = resumption.nextRun();
    RoundState first =
        resumption.decided().<RoundState>map(Finished::new).orElseGet(Deploying::new);
    ledger.append(NUMBER, "", new RunContinued(resumption.start(), resumption.from()), List.of());
    if (!resumption.from().equals(first.label())) {
      ledger.append(NUMBER, "", new Transition(resumption.from(), first.label(), AGAIN), List.of());
    }
    listener.moved(first.label(), AGAIN);
    return runFrom(first);
  }

  private Result runFrom(RoundState first) {
    RoundState state = first;
    try (stage) {
      while (!(state instanceof Finished)) {
        state = move(state, step(state));
      }
    }
    Result result = ((Finished) state).result();
    RunEnd.write(ledger, lastKnownGood, result);
    return result;
  }

  /** Ends the run in order: tests in flight are cut, the verdict is {@code human}. */
  public void interrupt(String why) {
    interruption.updateAndGet(first -> first.or(() -> Optional.of(why)));
    passes.cut("interrupted: " + why);
  }

  private RoundState step(RoundState state) {
    RoundState next = nextOrStopped(state);
    return isProved(next) ? next : interruption(state).orElseGet(() -> onFullDisk(state, next));
  }

  private RoundState nextOrStopped(RoundState state) {
    try {
      return next(state);
    } catch (SuiteFailure e) {
      return failed(state, StopReason.NO_PROGRESS, e);
    } catch (JournalFailure | WorkspaceFailure | GatewayFailure | UncheckedIOException e) {
      return failed(state, StopReason.BLOCKED, e);
    }
  }

  private Optional<RoundState> interruption(RoundState state) {
    return interruption.get().map(why -> state.stopped(StopReason.HUMAN, why));
  }

  /** Whatever a run stops for on a full disk, it stops for the disk. */
  private RoundState onFullDisk(RoundState state, RoundState next) {
    if (!(next instanceof Finished(Result.Stopped stopped))) {
      return next;
    }
    return stage
        .fullDisk()
        .<RoundState>map(
            full ->
                state.stopped(
                    StopReason.BLOCKED, full + ": " + stopped.sentence(), stopped.leftIn()))
        .orElse(next);
  }

  /** What fails after an interrupt fails because of it. */
  private RoundState failed(RoundState state, StopReason why, RuntimeException failure) {
    String sentence = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    return interruption(state).orElseGet(() -> state.stopped(why, sentence));
  }

  private static boolean isProved(RoundState state) {
    return state instanceof Finished(Result.Proved _);
  }

  private RoundState next(RoundState state) {
    return switch (state) {
      case Deploying it -> deploy(it);
      case Selecting it -> select(it);
      case Running it -> it.ran(passes.verdict(it));
      case Proving it -> prove(it);
      case Finished it -> it;
    };
  }

  private RoundState deploy(Deploying state) {
    return switch (stage.deploy()) {
      case Deployer.Outcome.Attested it -> attested(state, it.deployment());
      case Deployer.Outcome.Closed it -> closed(state, it);
    };
  }

  /** A closed gate goes back at once, so that the target is not left broken. */
  private Finished closed(Gated state, Deployer.Outcome.Closed gate) {
    Optional<DeployBack> good = lastKnownGood.of(started.target());
    if (good.isEmpty() || interruption.get().isPresent()) {
      return state.closed(gate);
    }
    listener.note("the deploy is closed: going back to what run " + good.get().run() + " proved");
    ledger.append(NUMBER, "", good.get(), List.of());
    return switch (stage.goBack(good.get())) {
      case Deployer.Outcome.Attested _ -> state.wentBack(gate, good.get());
      case Deployer.Outcome.Closed again -> state.stuck(gate, good.get(), again);
    };
  }

  private Selecting attested(Deploying state, Deployment deployment) {
    deployment.onDeath(it -> passes.cut("service " + it.name() + " ended in the run"));
    return state.attested(deployment);
  }

  private RoundState select(Selecting state) {
    List<SelectedSuite> selected = new ArrayList<>();
    for (StagedSuite staged : stage.suites()) {
      ledger.once(NUMBER, staged.terms());
      Inventory inventory = staged.suite().discover();
      Optional<String> objection = objection(inventory);
      if (objection.isPresent()) {
        return state.stopped(StopReason.NO_PROGRESS, objection.get());
      }
      ledger.once(NUMBER, inventory);
      new SmellScan(NUMBER, ledger).look(staged.suite(), inventory, stage.shown().smells());
      selected.add(new SelectedSuite(staged.suite(), inventory));
    }
    // the services settled while the tests were built and found
    Optional<Deployer.Outcome.Closed> errors =
        new ErrorBudget(NUMBER, ledger, lastKnownGood.of(started.target())).gate(stage.settled());
    return errors.isPresent() ? closed(state, errors.get()) : state.selected(selected, nextRun);
  }

  /** An inventory that was frozen stays as it is until its run ends. */
  private Optional<String> objection(Inventory inventory) {
    String suite = "suite " + inventory.suite();
    if (inventory.tests().isEmpty()) {
      return Optional.of(suite + " has no test: nothing can be proved");
    }
    boolean same =
        ledger
            .inventory(inventory.suite())
            .map(Inventory::sha256)
            .filter(it -> !it.equals(inventory.sha256()))
            .isEmpty();
    return same
        ? Optional.empty()
        : Optional.of(suite + " has other tests than when the run began: start another, --new");
  }

  private RoundState prove(Proving state) {
    Optional<String> cut = state.cut();
    if (cut.isEmpty()) {
      cut = passes.controls(state);
      cut = cut.isPresent() ? cut : passes.mutants(state);
    }
    return judge.judge(state, cut);
  }

  /** The one place where a round changes its state. */
  private RoundState move(RoundState from, RoundState to) {
    String reason = to instanceof Finished it ? it.result().sentence() : "";
    try {
      ledger.append(NUMBER, "", new Transition(from.label(), to.label(), reason), List.of());
    } catch (JournalFailure e) {
      return failed(from, StopReason.BLOCKED, e);
    }
    listener.moved(to.label(), reason);
    return to;
  }
}
