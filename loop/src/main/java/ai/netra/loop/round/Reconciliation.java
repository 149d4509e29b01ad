package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Reconciled;
import ai.netra.loop.record.Reconciled.Found;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.workspace.ProcessGroups.Orphan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says of everything that a dead loop had begun, and whose end it did not write, what was found:
 * its processes were ended, not adopted, and what they were to do is repeated.
 */
final class Reconciliation {

  private final Ledger ledger;
  private final Set<Long> ended;
  private final Unended unended;

  private Reconciliation(Ledger ledger, List<Orphan> ended) {
    this.ledger = ledger;
    this.ended = ended.stream().map(Orphan::pid).collect(Collectors.toSet());
    this.unended = new Unended(ledger.facts());
  }

  /**
   * Writes a line for each; what an earlier start told is not told again.
   *
   * @param ended the process groups that were found alive, and killed
   */
  static void write(Ledger ledger, List<Orphan> ended) {
    Reconciliation reconciliation = new Reconciliation(ledger, ended);
    reconciliation.unended.processes().forEach(reconciliation::process);
    reconciliation.unended.starts().forEach(reconciliation::start);
  }

  private void process(Fact<Spawned> spawned) {
    Spawned it = spawned.entry();
    Found found = ended.contains(it.pid()) ? Found.ENDED : Found.GONE;
    Reconciled line = new Reconciled(it.role(), it.name(), it.pid(), it.birth(), found);
    ledger.append(Sites.FIRST, "", line, List.of(spawned.n()));
  }

  /** A service that was about to be started: its process, where there was one, is told before. */
  private void start(Fact<DeployIntent> intent) {
    DeployIntent it = intent.entry();
    Reconciled line = new Reconciled("deploy", it.service(), null, null, Found.GONE);
    ledger.append(Sites.FIRST, it.key(Sites.FIRST), line, List.of(intent.n()));
  }
}
