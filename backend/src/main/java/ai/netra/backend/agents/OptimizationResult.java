package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Fact;
import java.util.List;

/**
 * What to change, and what that saves. Amounts are USD of the window, exact.
 *
 * @param assumptions those that count, whether default or the user's
 * @param withheld whether too many tokens have no price for a total to be told
 */
record OptimizationResult(
    UsageWindow window,
    List<Evaluated> evaluated,
    Portfolio portfolio,
    List<NotApplicable> notApplicable,
    List<WhatIf> whatIfs,
    GoalCheck goal,
    Assumptions assumptions,
    boolean withheld,
    List<String> warnings,
    List<Fact> facts,
    long rowsRead,
    int toolCalls)
    implements StepResult {

  OptimizationResult {
    evaluated = List.copyOf(evaluated);
    notApplicable = List.copyOf(notApplicable);
    whatIfs = List.copyOf(whatIfs);
    warnings = List.copyOf(warnings);
    facts = List.copyOf(facts);
  }

  OptimizationResult with(List<Fact> all) {
    return new OptimizationResult(
        window,
        evaluated,
        portfolio,
        notApplicable,
        whatIfs,
        goal,
        assumptions,
        withheld,
        warnings,
        all,
        rowsRead,
        toolCalls);
  }

  /** The evaluation of a strategy that is applied. */
  Evaluated evaluation(StrategyId id) {
    return evaluated.stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("strategy " + id + ": not evaluated"));
  }

  /** The assumptions behind the strategies that are applied, in their order. */
  List<Assumption> used() {
    return portfolio.applied().stream()
        .flatMap(each -> evaluation(each.id()).assumptions().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
