package ai.netra.loop.round;

import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Verdict;
import java.util.Optional;

/** What the verdict of a full run means for the round: the same after a kill as before it. */
final class Decision {

  private Decision() {}

  /**
   * The end, or nothing where all is proved but not yet often enough.
   *
   * @param cut why the full run was cut, where it was
   * @param consecutive how many full runs in a row must prove every test
   */
  static Optional<Result> of(
      Verdict verdict, Prover prover, Optional<String> cut, int consecutive) {
    Counts counts = prover.counts();
    if (!verdict.canariesRight()) {
      return stop(StopReason.INTEGRITY, "a canary gave the wrong answer: " + verdict.canaries());
    }
    if (cut.isPresent()) {
      return stop(StopReason.NO_PROGRESS, cut.get());
    }
    if (!counts.allProved()) {
      return stop(
          StopReason.NO_PROGRESS,
          "%d of %d tests are not proved, and nothing is left that could mend them"
              .formatted(counts.inventory() - counts.proved(), counts.inventory()));
    }
    int inARow = prover.provedInARow();
    return inARow < consecutive ? Optional.empty() : Optional.of(new Result.Proved(counts, inARow));
  }

  private static Optional<Result> stop(StopReason why, String sentence) {
    return Optional.of(new Result.Stopped(why, sentence, Result.NOTHING_RUNS));
  }
}
