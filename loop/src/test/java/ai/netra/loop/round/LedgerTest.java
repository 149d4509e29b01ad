package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.RoundStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loop that was started again writes once more, and what it does not. */
class LedgerTest {

  private static final Inventory FROZEN = new Inventory("items", 0, List.of(), List.of(), "hash");

  private final MemoryJournal journal = new MemoryJournal();
  private final Ledger ledger = new Ledger(journal, List.of(new Fact<Entry>(1, FROZEN)));

  @Test
  void whatAnEarlierStartWroteInThisRoundIsNotWrittenAgain() {
    ledger.once(1, FROZEN);

    assertThat(journal.all(Inventory.class)).isEmpty();
  }

  @Test
  void whatAnEarlierStartWroteInAnEarlierRoundIsWrittenAgainForItCountsNoMore() {
    ledger.append(2, "", new RoundStarted("tree", "c1"), List.of());

    ledger.once(2, FROZEN);

    assertThat(journal.all(Inventory.class)).containsExactly(FROZEN);
  }

  @Test
  void whatNobodyWroteIsWritten() {
    Inventory other = new Inventory("other", 0, List.of(), List.of(), "hash");

    ledger.once(1, other);

    assertThat(journal.all(Inventory.class)).containsExactly(other);
  }
}
