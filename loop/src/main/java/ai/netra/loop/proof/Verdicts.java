package ai.netra.loop.proof;

import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the verdict of a full run from its proofs and what became of the canaries. */
final class Verdicts {

  /** A canary that did not come to its end has not answered, rightly or wrongly. */
  private static final Set<Outcome> NO_ANSWER = Set.of(Outcome.ERROR, Outcome.NOT_RUN);

  private Verdicts() {}

  static Verdict of(int run, long seen, List<Proof> proofs, List<Proof> canaries) {
    Counts counts = Tally.of(proofs.stream().map(Proof::outcome).toList());
    boolean right = canaries.stream().allMatch(it -> isRight(it, counts));
    String words =
        canaries.stream()
            .map(it -> it.test() + " " + it.outcome().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new Verdict(run, seen, counts, right, words.isEmpty() ? "this kind has none" : words);
  }

  /** Silence is forgiven only where the run came to nothing anyway. */
  private static boolean isRight(Proof proof, Counts counts) {
    Canary canary = Canary.of(proof.test()).orElseThrow();
    boolean silent = NO_ANSWER.contains(proof.outcome()) && !counts.allProved();
    return silent || (proof.outcome() == canary.right() && isFoundOut(canary, proof));
  }

  /** For the reason that it was made to have, not for any other. */
  private static boolean isFoundOut(Canary canary, Proof proof) {
    return switch (canary) {
      case PASSES -> lacks(proof, Parts.WIRE);
      case SWALLOWS ->
          lacks(proof, Parts.CONTROL) || lacks(proof, Parts.LIVENESS) || lacks(proof, Parts.SMELLS);
      case FAILS -> true;
    };
  }

  private static boolean lacks(Proof proof, Parts part) {
    return proof.parts().stream()
        .filter(it -> it.number() == part.number())
        .anyMatch(
            it -> it.state() == Proof.State.MISSING || it.state() == Proof.State.CONTRADICTED);
  }
}
