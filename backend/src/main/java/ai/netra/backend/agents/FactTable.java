package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import java.util.List;

/** Facts as a bare table, where no text could be written around them. */
final class FactTable {

  private FactTable() {}

  static String of(List<Fact> facts) {
    StringBuilder table = new StringBuilder("| fact | value |\n|---|---|\n");
    for (Fact fact : facts) {
      table.append("| ").append(Markdown.code(fact.name())).append(" | ");
      table.append(Quantity.of(fact).render()).append(" |\n");
    }
    return table.toString();
  }
}
