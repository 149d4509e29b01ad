package ai.netra.loop.round;

import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.record.RunFinished;
import java.util.List;

/** Writes the last line of a run, and remembers what was proved. */
final class RunEnd {

  private RunEnd() {}

  /**
   * Returns once the end is on the disk.
   *
   * @throws JournalFailure when not even the last line can be written
   */
  static void write(int round, Ledger ledger, LastKnownGood lastKnownGood, Result result) {
    ledger.append(
        round,
        "",
        new RunFinished(
            result.verdict(),
            result.reason(),
            result.exit(),
            result.sentence(),
            result.leftIn(),
            ledger.prover().counts()),
        List.of());
    ledger.sync();
    lastKnownGood.takeFrom(ledger.facts());
  }
}
