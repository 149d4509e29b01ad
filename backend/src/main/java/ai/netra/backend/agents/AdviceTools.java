package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The tools that advise, called outside a run: the same computation and facts as within one. */
final class AdviceTools {

  private final Optimiser optimiser;
  private final AdviceScope advice;
  private final FactBook book;

  AdviceTools(Optimiser optimiser, AdviceScope advice, FactBook book) {
    this.optimiser = optimiser;
    this.advice = advice;
    this.book = book;
  }

  /** Whether the tool of this name is one of them. */
  static boolean has(String tool) {
    return switch (tool) {
      case DuplicateScan.NAME,
          RetryScan.NAME,
          StrategyTool.NAME,
          RoiTool.NAME,
          PortfolioTool.NAME,
          WhatIfTool.NAME ->
          true;
      default -> false;
    };
  }

  Work.Reply<?> reply(String tool, AdviceArguments arguments) {
    return switch (tool) {
      case DuplicateScan.NAME -> DuplicateScan.reply(advice, lifetimes(arguments), book, null);
      case RetryScan.NAME -> RetryScan.reply(advice, book, null);
      case StrategyTool.NAME -> StrategyTool.reply(advice, alone(arguments), book, null);
      case RoiTool.NAME -> roi(alone(arguments), arguments.assumptions());
      case PortfolioTool.NAME ->
          PortfolioTool.reply(advice, optimiser.advise(advice.scene()).portfolio(), book, null);
      case WhatIfTool.NAME ->
          WhatIfTool.reply(
              advice, WhatIf.of(advice.scene(), arguments.changes(), optimiser), book, null);
      default -> throw new IllegalArgumentException("tool " + tool + ": it advises nothing");
    };
  }

  private static List<Integer> lifetimes(AdviceArguments arguments) {
    Integer seconds = arguments.ttlSeconds();
    return seconds == null ? ResponseCache.LIFETIMES : List.of(seconds);
  }

  private Optimiser.Alone alone(AdviceArguments arguments) {
    StrategyId id = arguments.strategy();
    Strategy asked =
        optimiser.inOrder().stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("strategy " + id + ": not known"));
    return optimiser.alone(asked, advice.scene());
  }

  /** What the strategy saves alone decides; one that cannot be computed has no return. */
  private Work.Reply<?> roi(Optimiser.Alone alone, Assumptions assumptions) {
    Work.Reply<?> saving = StrategyTool.reply(advice, alone, book, null);
    if (!(alone instanceof Optimiser.Alone.Computed(Evaluated evaluated))) {
      return saving;
    }
    List<Fact> facts = new ArrayList<>(saving.facts());
    Fact monthly = monthly(evaluated, saving.facts().getFirst());
    List<Fact> rates = AssumptionFacts.add(assumptions, List.of(Assumption.ENGINEER_RATE), book);
    Fact rate =
        new Facts(rates).get(AssumptionFacts.name(Assumption.ENGINEER_RATE, Level.EXPECTED));
    Work.Reply<Roi> reply = RoiTool.reply(new RoiTool.Asked(evaluated.id(), monthly, rate), book);
    facts.add(monthly);
    facts.addAll(rates);
    facts.addAll(reply.facts());
    return new Work.Reply<>(reply.value(), reply.summary(), facts, saving.rows());
  }

  private Fact monthly(Evaluated evaluated, Fact alone) {
    return book.add(
        "monthly_saving_alone[" + evaluated.id().name() + "]",
        new Quantity.PerMonth(advice.ground().monthly(evaluated.saving().expected())),
        new FactSource.Derived(
            "%s * %s / %d".formatted(alone.id(), Ratios.MONTH, advice.ground().days()),
            List.of(alone.id())));
  }
}
