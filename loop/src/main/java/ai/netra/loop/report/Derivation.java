package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Aside;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Derives proofs, verdicts, counts and the end of a run again and compares. */
final class Derivation {

  private final List<Line> lines;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Inventory> inventories = new HashMap<>();
  private final Aside aside = new Aside();
  private final DeployGates gates = new DeployGates();

  private Derivation(List<Line> lines) {
    this.lines = lines;
  }

  /** What was decided otherwise than the records give; each names its line. */
  static List<String> findings(List<Line> lines) {
    Derivation derivation = new Derivation(lines);
    lines.forEach(derivation::check);
    return derivation.findings;
  }

  private void check(Line line) {
    if (aside.see(line.data())) {
      return;
    }
    gates.see(line.data()).ifPresent(what -> find(line, what));
    if (line.data() instanceof Inventory it) {
      inventories.put(it.suite(), it);
    }
    if (line.data() instanceof Order it) {
      checkOrder(line, it);
    }
    if (line.data() instanceof Verdict it) {
      checkVerdict(line, it);
    }
    if (line.data() instanceof RunFinished it) {
      checkEnd(line, it);
    }
  }

  private void checkOrder(Line line, Order order) {
    Inventory inventory = inventories.get(order.suite());
    TreeSet<String> ordered = new TreeSet<>(order.tests());
    boolean all =
        inventory != null
            && order.tests().size() == ordered.size()
            && ordered.equals(
                new TreeSet<>(inventory.tests().stream().map(Inventory.Test::id).toList()));
    if (!all) {
      find(line, "the order of full run " + order.run() + " is not the whole inventory");
    }
  }

  private void checkVerdict(Line line, Verdict verdict) {
    Prover prover = new Prover(facts(verdict.seen()));
    List<Proof> derived = new ArrayList<>(prover.proofs(verdict.run()));
    derived.addAll(prover.canaries(verdict.run()));
    checkProofs(line, verdict.run(), derived);
    if (!prover.verdict(verdict.run()).equals(verdict)) {
      find(line, "the records give " + prover.verdict(verdict.run()));
    }
  }

  private void checkProofs(Line verdict, int run, List<Proof> derived) {
    List<Line> claimed =
        lines.stream()
            .filter(it -> it.data() instanceof Proof proof && proof.run() == run)
            .toList();
    if (claimed.size() != derived.size()) {
      find(verdict, claimed.size() + " proofs stand, the records give " + derived.size());
      return;
    }
    for (int i = 0; i < derived.size(); i++) {
      if (!derived.get(i).equals(claimed.get(i).data())) {
        find(claimed.get(i), "the records give another proof of " + derived.get(i).test());
      }
    }
  }

  private void checkEnd(Line line, RunFinished finished) {
    Prover prover = new Prover(facts(line.n()));
    if (!prover.counts().equals(finished.counts())) {
      find(line, "the records give " + prover.counts());
    }
    int asked = lines.getFirst().data() instanceof RunStarted it ? it.consecutive() : 1;
    boolean proved = prover.provedInARow() >= asked && prover.counts().allProved();
    if (finished.verdict().equals("proved") != proved || (finished.exit() == 0) != proved) {
      find(
          line,
          "verdict %s with exit %d, the records give %s"
              .formatted(finished.verdict(), finished.exit(), proved ? "proved" : "stopped"));
    }
  }

  private List<Fact<Entry>> facts(long last) {
    return lines.stream()
        .filter(it -> it.n() <= last)
        .map(it -> new Fact<>(it.n(), it.data()))
        .toList();
  }

  private void find(Line line, String what) {
    findings.add("line %d (%s): %s".formatted(line.n(), line.kind().wireName(), what));
  }
}
