package ai.netra.backend.agents;

import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tool calls of one optimization step. One thread. */
final class OptimizationCalls {

  private final Optimiser optimiser;
  private final SceneReader reader;
  private final Scope scope;
  private final Work work;

  OptimizationCalls(Optimiser optimiser, SceneReader reader, Scope scope, Work work) {
    this.optimiser = optimiser;
    this.reader = reader;
    this.scope = scope;
    this.work = work;
  }

  OptimizationResult all(Constraints constraints, Assumptions assumptions, List<Change> supposed)
      throws InterruptedException {
    work.think(
        "Grouping the requests from %s to %s by model, feature, class and what can be avoided."
            .formatted(scope.window().from(), scope.window().to()));
    AdviceScope advice = scanned(constraints, assumptions);
    List<Evaluated> evaluated = new ArrayList<>();
    List<NotApplicable> not = new ArrayList<>();
    for (Strategy strategy : optimiser.inOrder()) {
      switch (alone(advice, strategy)) {
        case Optimiser.Alone.Computed(Evaluated value) -> evaluated.add(value);
        case Optimiser.Alone.Not(NotApplicable why) -> not.add(why);
      }
    }
    Portfolio portfolio = portfolio(advice);
    GoalCheck goal = GoalCheck.of(advice.scene(), portfolio, optimiser);
    GoalFacts.add(goal, advice, work.facts());
    List<WhatIf> whatIfs = whatIfs(advice, changes(constraints, supposed));
    work.think(finding(portfolio, advice.scene()));
    return result(new Found(advice, evaluated, not, portfolio, goal, whatIfs));
  }

  private record Found(
      AdviceScope advice,
      List<Evaluated> evaluated,
      List<NotApplicable> not,
      Portfolio portfolio,
      GoalCheck goal,
      List<WhatIf> whatIfs) {}

  private OptimizationResult result(Found found) {
    Scene scene = found.advice().scene();
    OptimizationResult result =
        new OptimizationResult(
            scope.window(),
            found.evaluated(),
            found.portfolio(),
            found.not(),
            found.whatIfs(),
            found.goal(),
            scene.ground().assumptions(),
            scene.mostlyUnpriced(),
            scene.warnings(),
            List.of(),
            work.rowsRead(),
            work.toolCalls());
    AssumptionFacts.add(result.assumptions(), result.used(), work.facts());
    return result.with(work.facts().facts());
  }

  /** The cube is read within the first call; the second looks at the same. */
  private AdviceScope scanned(Constraints constraints, Assumptions assumptions)
      throws InterruptedException {
    List<AdviceScope> read = new ArrayList<>();
    var _ =
        work.tool(
            DuplicateScan.NAME,
            "Find requests that repeat an equal one, by lifetime of a cache",
            scope.parameters(),
            call -> {
              read.add(new AdviceScope(scope, reader.read(scope, constraints, assumptions)));
              return DuplicateScan.reply(
                  read.getFirst(), ResponseCache.LIFETIMES, work.facts(), call);
            });
    AdviceScope advice = read.getFirst();
    var _ =
        work.tool(
            RetryScan.NAME,
            "Find calls that were paid for in vain",
            scope.parameters(),
            call -> RetryScan.reply(advice, work.facts(), call));
    return advice;
  }

  private Optimiser.Alone alone(AdviceScope advice, Strategy strategy) throws InterruptedException {
    return work.tool(
        StrategyTool.NAME,
        "Compute what the strategy %s would save alone".formatted(strategy.id().words()),
        parameters("strategy", strategy.id().name()),
        call ->
            StrategyTool.reply(
                advice, optimiser.alone(strategy, advice.scene()), work.facts(), call));
  }

  private Portfolio portfolio(AdviceScope advice) throws InterruptedException {
    return work.tool(
        PortfolioTool.NAME,
        "Apply the strategies one after the other, each to what is left",
        scope.parameters(),
        call ->
            PortfolioTool.reply(
                advice, optimiser.advise(advice.scene()).portfolio(), work.facts(), call));
  }

  /** What the question supposes, else the growth that it expects. */
  private static List<Change> changes(Constraints constraints, List<Change> supposed) {
    BigDecimal growth = constraints.growth();
    return supposed.isEmpty() && growth.signum() != 0
        ? List.of(new Change.Growth(growth))
        : supposed;
  }

  private List<WhatIf> whatIfs(AdviceScope advice, List<Change> changes)
      throws InterruptedException {
    if (changes.isEmpty()) {
      return List.of();
    }
    WhatIf changed =
        work.tool(
            WhatIfTool.NAME,
            "Compute cost and savings with the " + WhatIf.words(changes),
            parameters("changes", changes.stream().map(new Results()::members).toList()),
            call ->
                WhatIfTool.reply(
                    advice, WhatIf.of(advice.scene(), changes, optimiser), work.facts(), call));
    return List.of(changed);
  }

  private Map<String, Object> parameters(String name, Object value) {
    Map<String, Object> parameters = scope.parameters();
    parameters.put(name, value);
    return parameters;
  }

  private static String finding(Portfolio portfolio, Scene scene) {
    if (scene.mostlyUnpriced()) {
      return "Too many tokens have no price in the catalogue, so no total saving can be told.";
    }
    if (portfolio.applied().isEmpty()) {
      return "No strategy saves enough of the %s of the window to be advised."
          .formatted(new Quantity.Money(portfolio.before()).render());
    }
    List<String> names = portfolio.applied().stream().map(each -> each.id().words()).toList();
    return "In this order: %s; together they leave %s of %s in %s."
        .formatted(
            String.join(", ", names),
            new Quantity.Money(portfolio.left().expected()).render(),
            new Quantity.Money(portfolio.before()).render(),
            new Quantity.Days((long) scene.ground().days()).render());
  }
}
