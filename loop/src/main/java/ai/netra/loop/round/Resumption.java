package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.round.RoundState.Deploying;
import ai.netra.loop.round.RoundState.Diagnosing;
import ai.netra.loop.round.RoundState.Finished;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a run stands whose loop ended before it, from its records alone. Verdicts that are written
 * count; a full run without one is never judged, but followed by another with the next number. What
 * was found out of a failure stands too: the diagnosis is gone through again, and asks nothing
 * twice.
 *
 * @param start which start of the loop this is
 * @param from the state that the run stood in
 * @param first the state that it goes on with
 */
record Resumption(int start, String from, RoundState first) {

  /**
   * The states after a failure and before the next round, in which nothing on the target counts.
   */
  private static final Set<String> MENDING =
      Set.of("Diagnosing", "Fixing", "Auditing", "Stabilising", "AwaitingApproval", "Committing");

  static Resumption of(RunStarted started, List<Fact<Entry>> facts) {
    int start = 2 + (int) all(facts, RunContinued.class).count();
    Optional<Transition> last = all(facts, Transition.class).reduce((_, later) -> later);
    String from = last.map(Transition::to).orElse(new Deploying().label());
    return new Resumption(start, from, first(started, facts, last));
  }

  /** How the run ends, where only its last lines are missing. */
  Optional<Result> decided() {
    return switch (first) {
      case Finished it -> Optional.of(it.result());
      case Diagnosing it -> Optional.of(it.trouble().otherwise());
      default -> Optional.empty();
    };
  }

  private static RoundState first(
      RunStarted started, List<Fact<Entry>> facts, Optional<Transition> last) {
    if (last.filter(it -> MENDING.contains(it.to())).isPresent()) {
      return new Diagnosing(trouble(facts));
    }
    Prover prover = new Prover(facts);
    Optional<Result> written =
        last.flatMap(it -> Results.of(it, prover.counts(), prover.provedInARow()));
    return written
        .<RoundState>map(Finished::new)
        .or(() -> verdict(prover, started.consecutive()).map(Resumption::ended))
        .orElseGet(Deploying::new);
  }

  private static Optional<Result> verdict(Prover prover, int consecutive) {
    return prover
        .lastVerdict()
        .flatMap(it -> Decision.of(it, prover, Optional.empty(), consecutive));
  }

  /** A verdict that stops a run is looked into, as it would have been. */
  private static RoundState ended(Result result) {
    return result instanceof Result.Stopped it && it.why() == StopReason.NO_PROGRESS
        ? new Diagnosing(new Trouble(Trouble.Kind.TESTS, it, Optional.empty()))
        : new Finished(result);
  }

  /** The trouble that the last diagnosis began with. */
  private static Trouble trouble(List<Fact<Entry>> facts) {
    Transition into =
        all(facts, Transition.class)
            .filter(it -> it.to().equals("Diagnosing") && !MENDING.contains(it.from()))
            .reduce((_, later) -> later)
            .orElseThrow(() -> new IllegalStateException("a diagnosis begins with a failure"));
    Optional<Closed> gate =
        all(facts, DeployDone.class)
            .filter(it -> !it.open() && !into.from().equals("Proving"))
            .reduce((_, later) -> later)
            .map(it -> new Closed(String.valueOf(it.service()), it.reason()));
    Trouble.Kind kind =
        into.from().equals("Proving")
            ? Trouble.Kind.TESTS
            : gate.isPresent() ? Trouble.Kind.DEPLOY : Trouble.Kind.SUITE;
    StopReason why =
        kind == Trouble.Kind.DEPLOY && all(facts, DeployBack.class).findAny().isEmpty()
            ? StopReason.BLOCKED
            : StopReason.NO_PROGRESS;
    return new Trouble(kind, new Result.Stopped(why, into.reason(), Result.NOTHING_RUNS), gate);
  }

  private static <T extends Entry> Stream<T> all(List<Fact<Entry>> facts, Class<T> kind) {
    return facts.stream().map(Fact::entry).filter(kind::isInstance).map(kind::cast);
  }
}
