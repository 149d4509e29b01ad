package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Reconciled;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.Spawned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of a run announce and never end: processes, and starts of services. */
final class Unended {

  private final Map<Long, Fact<Spawned>> processes = new LinkedHashMap<>();
  private boolean deployed;
  private final Map<String, Fact<DeployIntent>> starts = new LinkedHashMap<>();

  Unended(List<Fact<Entry>> facts) {
    facts.forEach(this::see);
  }

  private void see(Fact<Entry> fact) {
    if (fact.entry() instanceof Spawned it) {
      processes.put(it.pid(), new Fact<>(fact.n(), it));
    }
    if (fact.entry() instanceof Exited it) {
      processes.remove(it.pid());
    }
    if (fact.entry() instanceof RunContinued) {
      deployed = false;
    }
    // beside an open deployment only instances are started, which end with their attempts
    if (fact.entry() instanceof DeployIntent it && !deployed) {
      starts.put(it.service(), new Fact<>(fact.n(), it));
    }
    // an attested deployment runs, a closed one was stopped: the gate is the outcome of both
    if (fact.entry() instanceof DeployDone it) {
      deployed = it.open();
      starts.clear();
    }
    if (fact.entry() instanceof Reconciled it) {
      starts.remove(it.name());
      if (it.pid() != null) {
        processes.remove(it.pid());
      }
    }
  }

  /** The processes that were spawned and of which no end is written. */
  List<Fact<Spawned>> processes() {
    return List.copyOf(processes.values());
  }

  /** The starts of services that came to no gate, neither open nor closed. */
  List<Fact<DeployIntent>> starts() {
    return List.copyOf(starts.values());
  }
}
