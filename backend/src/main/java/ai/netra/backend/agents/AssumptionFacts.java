package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The assumptions of an answer as facts, so that its prose can name their values. */
final class AssumptionFacts {

  private AssumptionFacts() {}

  static List<Fact> add(Assumptions assumptions, List<Assumption> used, FactBook book) {
    List<Fact> facts = new ArrayList<>();
    for (Assumption each : used) {
      for (Level level : Level.values()) {
        BigDecimal value = assumptions.at(each, level);
        FactSource source =
            assumptions.byUser(each)
                ? new FactSource.FromUser(each.wireName() + " " + value.toPlainString())
                : new FactSource.Assumed(each.wireName());
        facts.add(book.add(name(each, level), quantity(each, value), source));
      }
    }
    return facts;
  }

  static String name(Assumption assumption, Level level) {
    return assumption.wireName() + "." + level.name().toLowerCase(Locale.ROOT);
  }

  private static Quantity quantity(Assumption assumption, BigDecimal value) {
    return assumption == Assumption.ENGINEER_RATE
        ? new Quantity.Money(value)
        : new Quantity.Ratio(value);
  }
}
