package ai.netra.backend.agents;

import ai.netra.contract.report.AssumptionView;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Recommendation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The advice of a report as data. */
final class Recommendations {

  private Recommendations() {}

  static List<Recommendation> of(OptimizationResult result) {
    if (result.withheld()) {
      return List.of();
    }
    Facts facts = new Facts(result.facts());
    List<Recommendation> all = new ArrayList<>();
    for (Portfolio.Applied each : result.portfolio().applied()) {
      all.add(recommendation(all.size() + 1, each, result, facts));
    }
    return all;
  }

  private static Recommendation recommendation(
      int number, Portfolio.Applied each, OptimizationResult result, Facts facts) {
    Evaluated evaluated = result.evaluation(each.id());
    String place = "[" + each.id().name() + "]";
    return new Recommendation(
        "rec_" + number,
        each.id().name(),
        ActionTemplates.title(each.id(), each.settings()),
        Actions.saving(each.id(), facts),
        evaluated.concernedSpend(),
        evaluated.confidence(),
        evaluated.assumptions().stream().map(Assumption::wireName).toList(),
        result.facts().stream().filter(fact -> fact.name().endsWith(place)).map(Fact::id).toList());
  }

  static List<AssumptionView> assumptions(OptimizationResult result, boolean withWork) {
    List<Assumption> used = new ArrayList<>(result.used());
    if (withWork) {
      used.add(Assumption.ENGINEER_RATE);
    }
    return used.stream().map(each -> view(each, result.assumptions())).toList();
  }

  private static AssumptionView view(Assumption assumption, Assumptions assumptions) {
    BigDecimal low = assumptions.at(assumption, Level.LOW);
    BigDecimal expected = assumptions.at(assumption, Level.EXPECTED);
    BigDecimal high = assumptions.at(assumption, Level.HIGH);
    String setBy = assumptions.byUser(assumption) ? "user" : "default";
    return new AssumptionView(assumption.wireName(), low, expected, high, setBy);
  }
}
