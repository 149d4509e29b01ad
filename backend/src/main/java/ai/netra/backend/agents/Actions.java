package ai.netra.backend.agents;

import ai.netra.contract.report.Action;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.HourRange;
import ai.netra.contract.report.MoneyRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actions: how to put the advised strategies to work, and in which order. */
final class Actions implements Agent<Actions.Advised, ActionPlan> {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TWICE = BigDecimal.valueOf(2);
  private static final int QUICK_HOURS = 8;
  private static final BigDecimal SIX = BigDecimal.valueOf(6);

  /** What optimization found. */
  record Advised(OptimizationResult result) {}

  @Override
  public AgentName name() {
    return AgentName.ACTIONS;
  }

  @Override
  public Prepared<Advised> prepare(Finished finished) {
    return finished
        .result(AgentName.OPTIMIZATION, OptimizationResult.class)
        .<Prepared<Advised>>map(result -> new Prepared.Ready<>(new Advised(result)))
        .orElseGet(() -> new Prepared.Missing<>("the optimization step did not finish"));
  }

  @Override
  public ActionPlan run(Advised advised, Work work) throws InterruptedException {
    OptimizationResult result = advised.result();
    List<Portfolio.Applied> applied = result.withheld() ? List.of() : result.portfolio().applied();
    work.think(
        "Ordering the work for %s: first what other work needs, then what saves most an hour."
            .formatted(
                applied.isEmpty()
                    ? "no strategy, as none is advised"
                    : String.join(", ", applied.stream().map(each -> each.id().words()).toList())));
    Facts facts = new Facts(result.facts());
    Facts rates =
        new Facts(
            AssumptionFacts.add(
                result.assumptions(), List.of(Assumption.ENGINEER_RATE), work.facts()));
    Fact rate = rates.get(AssumptionFacts.name(Assumption.ENGINEER_RATE, Level.EXPECTED));
    List<Planned> planned = new ArrayList<>();
    for (Portfolio.Applied each : ordered(applied, facts)) {
      planned.add(planned(each, facts, rate, work));
    }
    ActionPlan plan = plan(planned, work);
    work.think(closing(plan));
    return plan;
  }

  private record Planned(Action action, Roi roi, int hours) {}

  /** Batching follows routing, which decides the model; the rest by saving an hour. */
  private static List<Portfolio.Applied> ordered(List<Portfolio.Applied> applied, Facts facts) {
    Comparator<Portfolio.Applied> bySaving =
        Comparator.<Portfolio.Applied, BigDecimal>comparing(each -> perHour(each, facts))
            .reversed();
    List<Portfolio.Applied> open = new ArrayList<>(applied.stream().sorted(bySaving).toList());
    List<Portfolio.Applied> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      Portfolio.Applied next =
          open.stream().filter(each -> free(each, open)).findFirst().orElseThrow();
      ordered.add(next);
      open.remove(next);
    }
    return ordered;
  }

  private static boolean free(Portfolio.Applied each, List<Portfolio.Applied> open) {
    return each.id() != StrategyId.S4
        || open.stream().noneMatch(other -> other.id() == StrategyId.S3);
  }

  private static BigDecimal perHour(Portfolio.Applied each, Facts facts) {
    return Ratios.of(
        facts.number("monthly_saving[" + each.id().name() + "]"),
        BigDecimal.valueOf(each.id().hours()));
  }

  private static Planned planned(Portfolio.Applied each, Facts facts, Fact rate, Work work)
      throws InterruptedException {
    StrategyId id = each.id();
    Fact monthly = facts.get("monthly_saving[" + id.name() + "]");
    Roi roi =
        work.tool(
            RoiTool.NAME,
            "Compute when the work on the strategy %s is paid back".formatted(id.words()),
            Map.of("strategy", id.name()),
            _ -> RoiTool.reply(new RoiTool.Asked(id, monthly, rate), work.facts()));
    return new Planned(action(each, facts, roi), roi, id.hours());
  }

  private static Action action(Portfolio.Applied each, Facts facts, Roi roi) {
    StrategyId id = each.id();
    BigDecimal hours = BigDecimal.valueOf(id.hours());
    BigDecimal target = facts.number("monthly_run_rate").subtract(roi.monthly());
    return new Action(
        "act_" + id.name().toLowerCase(java.util.Locale.ROOT),
        id.name(),
        ActionTemplates.title(id, each.settings()),
        ActionTemplates.steps(id, each.settings()),
        id.owner(),
        new HourRange(hours.multiply(HALF), hours, hours.multiply(TWICE)),
        List.of(),
        each.settings(),
        ActionTemplates.verify(id, target),
        ActionTemplates.rollback(id),
        saving(id, facts));
  }

  static MoneyRange saving(StrategyId id, Facts facts) {
    String place = "[" + id.name() + "]";
    return new MoneyRange(
        facts.number("monthly_saving_low" + place),
        facts.number("monthly_saving" + place),
        facts.number("monthly_saving_high" + place));
  }

  private static ActionPlan plan(List<Planned> planned, Work work) {
    List<Action> actions = linked(planned.stream().map(Planned::action).toList());
    BigDecimal oneOff =
        planned.stream().map(each -> each.roi().oneOff()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal monthly =
        planned.stream().map(each -> each.roi().monthly()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ActionPlan(
        actions,
        phases(planned),
        oneOff,
        monthly,
        new Roi(oneOff, monthly).paybackMonths().orElse(null),
        work.facts().facts(),
        work.rowsRead(),
        work.toolCalls());
  }

  private static List<Action> linked(List<Action> actions) {
    Optional<Action> routing =
        actions.stream().filter(each -> each.strategy().equals(StrategyId.S3.name())).findFirst();
    return actions.stream()
        .map(
            each ->
                routing.isPresent() && each.strategy().equals(StrategyId.S4.name())
                    ? after(each, routing.get())
                    : each)
        .toList();
  }

  private static Action after(Action action, Action first) {
    return new Action(
        action.id(),
        action.strategy(),
        action.title(),
        action.steps(),
        action.ownerRole(),
        action.effortHours(),
        List.of(first.id()),
        action.settings(),
        action.verify(),
        action.rollback(),
        action.monthlySaving());
  }

  private static List<ActionPlan.Phase> phases(List<Planned> planned) {
    List<ActionPlan.Phase> phases = new ArrayList<>();
    for (String name : List.of("now", "next", "later")) {
      List<String> ids =
          planned.stream()
              .filter(each -> phase(each).equals(name))
              .map(each -> each.action().id())
              .toList();
      if (!ids.isEmpty()) {
        phases.add(new ActionPlan.Phase(name, ids));
      }
    }
    return phases;
  }

  private static String phase(Planned planned) {
    BigDecimal payback = planned.roi().paybackMonths().orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    if (planned.hours() <= QUICK_HOURS && payback.compareTo(BigDecimal.ONE) <= 0) {
      return "now";
    }
    return payback.compareTo(SIX) <= 0 ? "next" : "later";
  }

  private static String closing(ActionPlan plan) {
    return plan.actions().isEmpty()
        ? "There is nothing to put to work; the answer says what was computed and why."
        : "The first work is: %s.".formatted(plan.actions().getFirst().title());
  }

  @Override
  public String summary(ActionPlan result) {
    return result.actions().isEmpty()
        ? "No action is advised."
        : "The actions stand in their order, with how to verify and how to go back.";
  }
}
