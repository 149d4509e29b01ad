package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.round.RoundState.Deploying;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run stands whose loop ended before it, from its records alone. Verdicts that are written
 * count; a full run without one is never judged, but followed by another with the next number.
 *
 * @param start which start of the loop this is
 * @param from the state that the run stood in
 * @param nextRun the number of the next full run
 * @param decided how the run ends, where only its last lines are missing
 */
record Resumption(int start, String from, int nextRun, Optional<Result> decided) {

  static Resumption of(RunStarted started, List<Fact<Entry>> facts) {
    int start = 2 + (int) all(facts, RunContinued.class).count();
    int orders = all(facts, Order.class).mapToInt(Order::run).max().orElse(0);
    Optional<Transition> last = all(facts, Transition.class).reduce((_, later) -> later);
    return new Resumption(
        start,
        last.map(Transition::to).orElse(new Deploying().label()),
        orders + 1,
        decided(last, new Prover(facts), started.consecutive()));
  }

  private static Optional<Result> decided(
      Optional<Transition> last, Prover prover, int consecutive) {
    Optional<Result> written =
        last.flatMap(it -> Results.of(it, prover.counts(), prover.provedInARow()));
    return written.or(
        () ->
            prover
                .lastVerdict()
                .flatMap(it -> Decision.of(it, prover, Optional.empty(), consecutive)));
  }

  private static <T extends Entry> Stream<T> all(List<Fact<Entry>> facts, Class<T> kind) {
    return facts.stream().map(Fact::entry).filter(kind::isInstance).map(kind::cast);
  }
}
