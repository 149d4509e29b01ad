package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.SuiteTerms;
import java.util.List;

/**
 * One attempt that is to be proved, with all that was seen of it.
 *
 * @param evidencePhase the phase whose calls count: CALL, or SETUP where the call itself made none
 * @param evidence the complete, undisturbed exchanges of that phase
 */
record Case(
    Evidence all,
    TestName test,
    Fact<SuiteTerms> terms,
    Fact<Attempt> attempt,
    List<Fact<Exchange>> exchanges,
    Phase evidencePhase,
    List<Fact<Exchange>> evidence,
    ReceiptJoin join) {

  private static final String RECEIPT = "receipt";

  static Case of(Evidence all, Fact<SuiteTerms> terms, Fact<Attempt> attempt) {
    var key = attempt.entry().key();
    List<Fact<Exchange>> exchanges = all.exchanges(key);
    Phase phase = counting(exchanges, Phase.CALL).isEmpty() ? Phase.SETUP : Phase.CALL;
    boolean none = counting(exchanges, phase).isEmpty();
    return new Case(
        all,
        new TestName(key.suite(), key.test()),
        terms,
        attempt,
        exchanges,
        none ? Phase.CALL : phase,
        counting(exchanges, phase),
        ReceiptJoin.of(all, terms.entry(), exchanges));
  }

  private static List<Fact<Exchange>> counting(List<Fact<Exchange>> exchanges, Phase phase) {
    return exchanges.stream()
        .filter(it -> it.entry().phase() == phase && Exchanges.isEvidence(it.entry()))
        .toList();
  }

  /** Whether the suite's level asks for receipts. */
  boolean asksReceipts() {
    return terms.entry().level().equals(RECEIPT);
  }
}
