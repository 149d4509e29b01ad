package ai.netra.backend.agents;

import ai.netra.contract.report.Action;
import ai.netra.contract.report.Fact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to do it: actions in their order.
 *
 * @param oneOff USD, once
 * @param monthlySaving USD a month, of all actions
 * @param paybackMonths null where nothing is saved
 */
record ActionPlan(
    List<Action> actions,
    List<Phase> phases,
    BigDecimal oneOff,
    BigDecimal monthlySaving,
    @Nullable BigDecimal paybackMonths,
    List<Fact> facts,
    long rowsRead,
    int toolCalls)
    implements StepResult {

  ActionPlan {
    actions = List.copyOf(actions);
    phases = List.copyOf(phases);
    facts = List.copyOf(facts);
  }

  /**
   * Actions that are done together.
   *
   * @param name {@code now}, {@code next} or {@code later}
   * @param actions their ids
   */
  record Phase(String name, List<String> actions) {

    Phase {
      actions = List.copyOf(actions);
    }
  }
}
