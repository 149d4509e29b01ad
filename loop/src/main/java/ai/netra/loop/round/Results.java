package ai.netra.loop.round;

import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Transition;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the end of a run back from the transition into it. */
final class Results {

  private Results() {}

  /** The result that the state after this transition has; empty where it is not the last. */
  static Optional<Result> of(Transition into, Counts counts, int consecutive) {
    if (into.to().equals(RoundState.Finished.label(Result.PROVED))) {
      return Optional.of(new Result.Proved(counts, consecutive));
    }
    return Stream.of(StopReason.values())
        .filter(it -> into.to().equals(RoundState.Finished.label(it.label())))
        .map(it -> (Result) new Result.Stopped(it, into.reason(), Result.NOTHING_RUNS))
        .findFirst();
  }
}
