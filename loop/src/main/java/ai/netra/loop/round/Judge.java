package ai.netra.loop.round;

import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.round.RoundState.Proving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the proofs and the verdict of a full run and decides where the round goes. */
final class Judge {

  private final int round;
  private final RunStarted started;
  private final Ledger ledger;
  private final RoundListener listener;

  Judge(int round, RunStarted started, Ledger ledger, RoundListener listener) {
    this.round = round;
    this.started = started;
    this.ledger = ledger;
    this.listener = listener;
  }

  RoundState judge(Proving state, Optional<String> cut) {
    Prover prover = ledger.prover();
    List<Long> lines = new ArrayList<>();
    for (Proof proof : prover.proofs(state.run())) {
      lines.add(ledger.append(round, "", proof, refs(proof)));
    }
    for (Proof proof : prover.canaries(state.run())) {
      lines.add(ledger.append(round, "", proof, refs(proof)));
    }
    Verdict verdict = prover.verdict(state.run());
    ledger.append(round, "", verdict, lines);
    listener.verdict(verdict);
    return next(state, verdict, ledger.prover().counts(), cut);
  }

  private static List<Long> refs(Proof proof) {
    return proof.parts().stream().flatMap(it -> it.refs().stream()).distinct().sorted().toList();
  }

  private RoundState next(Proving state, Verdict verdict, Counts counts, Optional<String> cut) {
    if (!verdict.canariesRight()) {
      return state.stopped(
          StopReason.INTEGRITY, "a canary gave the wrong answer: " + verdict.canaries());
    }
    if (cut.isPresent()) {
      return state.stopped(StopReason.NO_PROGRESS, cut.get());
    }
    if (!counts.allProved()) {
      int open = counts.inventory() - counts.proved();
      return state.stopped(
          StopReason.NO_PROGRESS,
          "%d of %d tests are not proved, and nothing is left that could mend them"
              .formatted(open, counts.inventory()));
    }
    return state.run() < started.consecutive() ? state.again() : state.proved(counts);
  }
}
