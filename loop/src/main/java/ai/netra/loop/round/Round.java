package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.gateway.GatewayFailure;
import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Deploying;
import ai.netra.loop.round.RoundState.Finished;
import ai.netra.loop.round.RoundState.Gated;
import ai.netra.loop.round.RoundState.Proving;
import ai.netra.loop.round.RoundState.Running;
import ai.netra.loop.round.RoundState.Selecting;
import ai.netra.loop.round.RoundState.Stabilising;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state machine of a run: deploy, select, run, prove, and again in another order until every
 * test is proved as often as asked; where that fails, find out why, mend, and prove what was
 * mended; or stop with a truthful reason. It decides; the other rooms compute. {@link #run} belongs
 * to one thread, {@link #interrupt} may come from any.
 */
public final class Round {

  private static final String AGAIN = "the loop was started again";

  private final RunStarted started;
  private final Ledger ledger;
  private final RoundListener listener;
  private final LastKnownGood lastKnownGood;
  private final Sites sites;
  private final Mending mending;

  private final AtomicReference<Optional<String>> interruption =
      new AtomicReference<>(Optional.empty());

  /**
   * @param started the first line of the journal, which nothing else may have written
   */
  Round(
      RunStarted started,
      Stages stages,
      Ledger ledger,
      LastKnownGood lastKnownGood,
      Mending mending,
      RoundListener listener) {
    this.started = started;
    this.ledger = ledger;
    this.listener = listener;
    this.lastKnownGood = lastKnownGood;
    this.mending = mending;
    this.sites = new Sites(stages, started, ledger, listener);
  }

  /**
   * Runs to the end and leaves nothing running.
   *
   * @throws JournalFailure when not even the last line can be written
   */
  Result run() {
    ledger.append(Sites.FIRST, "", started, List.of());
    RoundState first = new Deploying();
    listener.moved(first.label(), "tree " + started.tree());
    return runFrom(first);
  }

  /** The same for a run whose loop ended before it did, from where its records leave it. */
  Result goOn(Resumption resumption) {
    RoundState first = resumption.first();
    ledger.append(
        sites.number(), "", new RunContinued(resumption.start(), resumption.from()), List.of());
    if (!resumption.from().equals(first.label())) {
      Transition again = new Transition(resumption.from(), first.label(), AGAIN);
      ledger.append(sites.number(), "", again, List.of());
    }
    listener.moved(first.label(), AGAIN);
    return runFrom(first);
  }

  private Result runFrom(RoundState first) {
    RoundState state = first;
    try (sites) {
      while (!(state instanceof Finished)) {
        state = move(state, step(state));
      }
    }
    Result result = ((Finished) state).result();
    RunEnd.write(sites.number(), ledger, lastKnownGood, result);
    return result;
  }

  /** Ends the run in order: tests in flight are cut, the verdict is {@code human}. */
  public void interrupt(String why) {
    interruption.updateAndGet(first -> first.or(() -> Optional.of(why)));
    sites.cut("interrupted: " + why);
    mending.interrupt();
  }

  private RoundState step(RoundState state) {
    RoundState next = nextOrStopped(state);
    return isProved(next)
        ? next
        : interruption(state).orElseGet(() -> orMended(state, onFullDisk(state, next)));
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
    return sites
        .fullDisk()
        .<RoundState>map(
            full ->
                state.stopped(
                    StopReason.BLOCKED, full + ": " + stopped.sentence(), stopped.leftIn()))
        .orElse(next);
  }

  /** What would stop a run is looked into first, unless the loop itself is what failed. */
  private RoundState orMended(RoundState state, RoundState next) {
    return next instanceof Finished(Result.Stopped stopped)
        ? Troubles.of(state, stopped, sites.closedGate())
            .<RoundState>map(state::diagnosing)
            .orElse(next)
        : next;
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
      case Running it -> it.ran(sites.site().passes().verdict(it));
      case Proving it -> prove(it);
      case RoundState.Diagnosing it -> {
        sites.leave();
        yield mending.diagnose(it, sites.number());
      }
      case RoundState.Fixing it -> mending.fix(it, sites.number());
      case RoundState.Auditing it -> mending.audit(it, sites.number());
      case Stabilising it -> stabilise(it);
      case AwaitingApproval it -> mending.await(it, sites.number());
      case Committing it -> commit(it);
      case Finished it -> it;
    };
  }

  private RoundState deploy(Deploying state) {
    return switch (sites.site().deploy()) {
      case Deployer.Outcome.Attested it -> state.attested(it.deployment());
      case Deployer.Outcome.Closed it -> closed(state, it);
    };
  }

  /** A closed gate goes back at once, so that the target is not left broken. */
  private Finished closed(Gated state, Deployer.Outcome.Closed gate) {
    sites.closed(gate);
    Optional<DeployBack> good = lastKnownGood.of(started.target());
    if (good.isEmpty() || interruption.get().isPresent()) {
      return state.closed(gate);
    }
    listener.note("the deploy is closed: going back to what run " + good.get().run() + " proved");
    ledger.append(sites.number(), "", good.get(), List.of());
    return switch (sites.site().stage().goBack(good.get())) {
      case Deployer.Outcome.Attested _ -> state.wentBack(gate, good.get());
      case Deployer.Outcome.Closed again -> state.stuck(gate, good.get(), again);
    };
  }

  private RoundState select(Selecting state) {
    return switch (sites.site().select(lastKnownGood.of(started.target()))) {
      case Selection.Frozen it -> state.selected(it.suites(), sites.nextRun());
      case Selection.Objected it -> state.stopped(StopReason.NO_PROGRESS, it.objection());
      case Selection.Unsettled it -> closed(state, it.errors());
    };
  }

  private RoundState prove(Proving state) {
    Site site = sites.site();
    return site.judge().judge(state, site.prove(state));
  }

  private RoundState stabilise(Stabilising state) {
    return switch (new Stabilisation(sites, ledger).of(state, lastKnownGood.of(started.target()))) {
      case Stabilisation.Tried.Refused _ -> state.refused();
      case Stabilisation.Tried.Stable it ->
          mending
              .approvalFor(it.candidate())
              .<RoundState>map(what -> state.awaiting(it.candidate(), it.shown(), what))
              .orElseGet(() -> state.committing(it.candidate(), it.shown()));
    };
  }

  private RoundState commit(Committing state) {
    mending.commit(state, sites.number());
    return state.committed(sites.site().judge().decided());
  }

  /** The one place where a round changes its state. */
  private RoundState move(RoundState from, RoundState to) {
    String reason = to instanceof Finished it ? it.result().sentence() : to.reason();
    try {
      Transition transition = new Transition(from.label(), to.label(), reason);
      ledger.append(sites.number(), "", transition, List.of());
    } catch (JournalFailure e) {
      return failed(from, StopReason.BLOCKED, e);
    }
    listener.moved(to.label(), reason);
    return to;
  }
}
