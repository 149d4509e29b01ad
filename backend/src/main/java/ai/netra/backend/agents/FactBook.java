package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Numbers the facts of one step, going on after those of the steps before. One thread. */
final class FactBook {

  private final Label label;
  private final int before;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * @param before how many facts the earlier steps made
   */
  FactBook(Label label, int before) {
    this.label = label;
    this.before = before;
  }

  /** A fact about the rows. */
  Fact add(String name, Quantity quantity, FactSource source) {
    return add(name, quantity, source, label);
  }

  /** A fact whose world is not the rows'. */
  Fact add(String name, Quantity quantity, FactSource source, Label world) {
    String id = "f" + (before + facts.size() + 1);
    Fact fact = new Fact(id, name, quantity.value(), quantity.unit(), world, source);
    facts.add(fact);
    return fact;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }
}
