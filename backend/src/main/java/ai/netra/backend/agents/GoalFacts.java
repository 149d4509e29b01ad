package ai.netra.backend.agents;

import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.Map;

/** What was asked to be reached, and the price of each constraint, as facts. */
final class GoalFacts {

  private GoalFacts() {}

  static void add(GoalCheck goal, AdviceScope advice, FactBook book) {
    BigDecimal needed = goal.needed();
    if (needed != null) {
      String words =
          String.join(
              ", ",
              advice.ground().constraints().stated().stream()
                  .map(Constraints.Stated::words)
                  .toList());
      var _ = book.add("needed_saving", new Quantity.Ratio(needed), new FactSource.FromUser(words));
    }
    for (GoalCheck.ConstraintPrice price : goal.prices()) {
      FactSource source = advice.source(Map.of("without", price.constraint()), null);
      var _ =
          book.add(
              name(price), new Quantity.PerMonth(advice.ground().monthly(price.saving())), source);
    }
  }

  static String name(GoalCheck.ConstraintPrice price) {
    return "constraint_price[" + price.constraint() + "]";
  }
}
