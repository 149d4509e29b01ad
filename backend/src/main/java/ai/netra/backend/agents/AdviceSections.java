package ai.netra.backend.agents;

import ai.netra.contract.report.Action;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Section;
import java.util.List;
import java.util.Optional;

/** The sections of an answer that advises. */
final class AdviceSections {

  private final OptimizationResult result;
  private final Facts facts;

  AdviceSections(OptimizationResult result, List<Fact> facts) {
    this.result = result;
    this.facts = new Facts(facts);
  }

  /** What the summary says first. */
  void summary(SectionText text) {
    if (!result.whatIfs().isEmpty()) {
      new WhatIfSection(facts).summary(text);
    }
    if (result.withheld()) {
      text.add("Too many tokens have no price in the catalogue, so no total saving is told: ");
      text.add("give it a price or an alias for their models. ");
      return;
    }
    if (result.portfolio().applied().isEmpty()) {
      text.add("At today's prices the window costs ").add(facts.get("run_rate"));
      text.add("; no strategy that was computed saves enough of it to be advised. ");
      return;
    }
    text.add("You can save **").add(facts.get("monthly_saving")).add("** (between ");
    text.add(facts.get("monthly_saving_low")).add(" and ");
    text.add(facts.get("monthly_saving_high")).add("), which is ");
    text.add(facts.get("saving_share")).add(" of what you pay at today's prices, by ");
    text.add(
        String.join(
            ", then ",
            result.portfolio().applied().stream().map(each -> each.id().words()).toList()));
    text.add(". ");
    goal(text);
  }

  private void goal(SectionText text) {
    Optional<Fact> needed = facts.find("needed_saving");
    if (needed.isEmpty()) {
      return;
    }
    text.add(result.goal().reached() ? "That reaches the " : "That does not reach the ");
    text.add(needed.get()).add(" that your target needs. ");
  }

  Section recommendations() {
    SectionText text = new SectionText();
    if (!result.withheld() && !result.portfolio().applied().isEmpty()) {
      text.add("Each is computed on what the ones above it leave, so the savings add up.\n\n");
      waterfall(text);
      result.portfolio().applied().forEach(each -> recommendation(each, text));
    }
    goals(text);
    others(text);
    result.notApplicable().forEach(each -> notApplicable(each, text));
    return text.section("recommendations", 7, "Recommendations");
  }

  private void others(SectionText text) {
    List<Evaluated> others =
        result.evaluated().stream()
            .filter(each -> result.withheld() || !applied(each.id()))
            .toList();
    others.stream()
        .filter(each -> each.saving().expected().signum() > 0)
        .forEach(each -> notTold(each, text));
    List<String> nothing =
        others.stream()
            .filter(each -> each.saving().expected().signum() <= 0)
            .map(each -> each.id().words())
            .toList();
    if (!nothing.isEmpty()) {
      text.add("- Looked for and found nothing to save by: ");
      text.add(String.join(", ", nothing)).add(".\n");
    }
  }

  private boolean applied(StrategyId id) {
    return result.portfolio().applied().stream().anyMatch(each -> each.id() == id);
  }

  private void waterfall(SectionText text) {
    text.add("| step | saves in the window | leaves |\n|---|---|---|\n");
    text.add("| today's prices | | ").add(facts.get("run_rate")).add(" |\n");
    for (Portfolio.Applied each : result.portfolio().applied()) {
      String place = "[" + each.id().name() + "]";
      text.add("| ").add(each.id().words()).add(" | ").add(facts.get("saving" + place));
      text.add(" | ").add(facts.get("left_after" + place)).add(" |\n");
    }
    text.add("| together | ").add(facts.get("saving")).add(" | |\n\n");
  }

  private void recommendation(Portfolio.Applied each, SectionText text) {
    String place = "[" + each.id().name() + "]";
    text.add("- **").add(ActionTemplates.title(each.id(), each.settings())).add("**: saves ");
    text.add(facts.get("monthly_saving" + place)).add(" (from ");
    text.add(facts.get("monthly_saving_low" + place)).add(" to ");
    text.add(facts.get("monthly_saving_high" + place)).add("), confidence ");
    text.add(result.evaluation(each.id()).confidenceWord()).add(" (");
    text.add(facts.get("confidence" + place)).add("). It is about ");
    text.add(facts.get("concerned_spend" + place)).add(" of the window.\n");
  }

  private void goals(SectionText text) {
    for (GoalCheck.ConstraintPrice price : result.goal().prices()) {
      text.add("- Your constraint on ").add(price.constraint()).add(" costs ");
      text.add(facts.get(GoalFacts.name(price))).add(" of saving.\n");
    }
  }

  private void notTold(Evaluated each, SectionText text) {
    text.add("- Not advised: ").add(each.id().words()).add("; alone it would save ");
    text.add(facts.get("saving_alone[" + each.id().name() + "]")).add(" in the window");
    text.add(each.worthTelling() ? ".\n" : ", too little to be worth its work.\n");
  }

  private void notApplicable(NotApplicable each, SectionText text) {
    text.add("- Not computed: ").add(each.id().words()).add(", because ").add(each.reason());
    text.add("; it would be about ");
    text.add(facts.get("concerned_spend[" + each.id().name() + "]")).add(" of the window.\n");
  }

  /** Section 8, where something was supposed. */
  Optional<Section> whatIf() {
    return result.whatIfs().isEmpty()
        ? Optional.empty()
        : Optional.of(new WhatIfSection(facts).section());
  }

  Section plan(ActionPlan plan) {
    SectionText text = new SectionText();
    if (plan.actions().isEmpty()) {
      text.add("There is nothing to put to work: no strategy is advised.");
    }
    int number = 1;
    for (Action action : plan.actions()) {
      action(number++, action, text);
    }
    for (ActionPlan.Phase phase : plan.phases()) {
      text.add("- ").add(phase.name()).add(": ");
      text.add(String.join(", ", phase.actions().stream().map(id -> title(plan, id)).toList()));
      text.add("\n");
    }
    return text.section("action_plan", 9, "Action plan");
  }

  private static String title(ActionPlan plan, String id) {
    return plan.actions().stream()
        .filter(action -> action.id().equals(id))
        .map(Action::title)
        .findFirst()
        .orElseThrow();
  }

  private void action(int number, Action action, SectionText text) {
    String place = "[" + action.strategy() + "]";
    text.add(number + ". **").add(action.title()).add("** (").add(action.ownerRole());
    text.add(", ").add(facts.get("hours" + place)).add(" hours, ");
    text.add(facts.get("one_off" + place)).add(" once");
    facts
        .find("payback" + place)
        .ifPresent(payback -> text.add("; paid back ").add(horizon(action)).add(payback));
    text.add("; return of a year ").add(facts.get("return_of_a_year" + place)).add(")\n");
    action.steps().forEach(step -> text.add("   - ").add(step).add("\n"));
  }

  private String horizon(Action action) {
    return facts.number("return_of_a_year[" + action.strategy() + "]").signum() >= 0
        ? "in "
        : "not within a year, but in ";
  }

  Section risks() {
    SectionText text = new SectionText();
    result
        .portfolio()
        .applied()
        .forEach(
            each ->
                text.add("- ")
                    .add(each.id().words())
                    .add(": watch ")
                    .add(String.valueOf(ActionTemplates.rollback(each.id()).get("metric")))
                    .add("; bound: ")
                    .add(String.valueOf(ActionTemplates.rollback(each.id()).get("bound")))
                    .add(".\n"));
    if (text.isEmpty()) {
      text.add("Nothing is advised, so nothing can go wrong with it.");
    }
    return text.section("risks", 10, "Risks and rollback");
  }

  /** What the section on method says of assumptions. */
  void assumptions(SectionText text) {
    List<Assumption> used = result.used();
    if (used.isEmpty()) {
      return;
    }
    text.add("\n\n| assumption | low | expected | high | set by |\n|---|---|---|---|---|\n");
    for (Assumption each : used) {
      text.add("| ").name(each.wireName());
      for (Level level : Level.values()) {
        text.add(" | ").add(facts.get(AssumptionFacts.name(each, level)));
      }
      text.add(result.assumptions().byUser(each) ? " | you |\n" : " | default |\n");
    }
    text.add("\nAn hour of work is taken to cost what the assumption ");
    text.name(Assumption.ENGINEER_RATE.wireName()).add(" says.");
  }
}
