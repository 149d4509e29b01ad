package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Reconciled;
import ai.netra.loop.record.Reconciled.Found;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.workspace.ProcessGroups.Orphan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final Ledger ledger = new Ledger(journal);

  @Test
  void aServiceThatWasLeftRunningIsToldAsEnded() {
    append(new DeployIntent("shop", "b1", "R"));
    append(spawned("service", "shop", 11));
    append(new DeployDone(true, "", null, null));
    Reconciliation.write(ledger, List.of(new Orphan(11, ScriptedSuite.TIME, "service shop")));
    assertThat(told())
        .containsExactly(new Reconciled("service", "shop", 11L, ScriptedSuite.TIME, Found.ENDED));
  }

  @Test
  void aStartThatCameToNoGateIsToldWithItsProcess() {
    append(new DeployIntent("shop", "b1", "R"));
    append(spawned("service", "shop", 11));
    Reconciliation.write(ledger, List.of());
    assertThat(told())
        .containsExactly(
            new Reconciled("service", "shop", 11L, ScriptedSuite.TIME, Found.GONE),
            new Reconciled("deploy", "shop", null, null, Found.GONE));
    assertThat(journal.key(journal.size())).isEqualTo("deploy/1/shop/b1");
  }

  @Test
  void whatEndedIsNotTold() {
    append(spawned("worker", "e2e-1", 12));
    append(new Exited("worker", "e2e-1", 12, 0, null, null, null));
    Reconciliation.write(ledger, List.of());
    assertThat(told()).isEmpty();
  }

  @Test
  void nothingIsToldTwice() {
    append(new DeployIntent("shop", "b1", "R"));
    append(spawned("worker", "e2e-1", 12));
    Reconciliation.write(ledger, List.of());
    int once = told().size();
    Reconciliation.write(ledger, List.of());
    assertThat(told()).hasSize(once);
  }

  private List<Reconciled> told() {
    return journal.all(Reconciled.class);
  }

  private void append(Entry entry) {
    ledger.append(1, "", entry, List.of());
  }

  private static Spawned spawned(String role, String name, long pid) {
    return new Spawned(role, name, List.of("java"), ".", List.of(), pid, ScriptedSuite.TIME);
  }
}
