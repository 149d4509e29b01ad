package ai.netra.loop.round;

import ai.netra.loop.proof.Prover;
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
    verdict(state);
    return decided(cut).<RoundState>map(state::decided).orElseGet(state::again);
  }

  /** What the last verdict of the round means for it; nothing where it goes on. */
  Optional<Result> decided() {
    return decided(Optional.empty());
  }

  private Optional<Result> decided(Optional<String> cut) {
    Prover prover = ledger.prover();
    return Decision.of(prover.lastVerdict().orElseThrow(), prover, cut, started.consecutive());
  }

  /** Makes and journals the proofs and the verdict of a full run. */
  void verdict(Proving state) {
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
  }

  private static List<Long> refs(Proof proof) {
    return proof.parts().stream().flatMap(it -> it.refs().stream()).distinct().sorted().toList();
  }
}
