package ai.netra.backend.agents;

import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Quantity;
import java.util.List;

/** The words that suppose a change, as facts, so that prose can repeat their numbers. */
final class SuppositionFacts {

  private SuppositionFacts() {}

  static void add(List<Supposition> supposed, FactBook book) {
    for (int i = 0; i < supposed.size(); i++) {
      String words = supposed.get(i).words().replace('`', ' ').strip();
      var _ =
          book.add(
              name(i), new Quantity.Text(words), new FactSource.FromUser(words), Label.WHAT_IF);
    }
  }

  /** The name of the fact of the change at this place. */
  static String name(int index) {
    return "what_if.supposed[%d]".formatted(index + 1);
  }
}
