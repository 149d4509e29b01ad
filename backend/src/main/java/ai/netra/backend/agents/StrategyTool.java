package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tool {@code strategy_evaluate}: what a strategy saves alone, or why it cannot be computed.
 */
final class StrategyTool {

  static final String NAME = "strategy_evaluate";

  private StrategyTool() {}

  static Work.Reply<Optimiser.Alone> reply(
      AdviceScope advice, Optimiser.Alone alone, FactBook book, @Nullable String call) {
    List<Fact> facts = new ArrayList<>();
    String summary =
        switch (alone) {
          case Optimiser.Alone.Computed(Evaluated value) -> {
            facts.addAll(facts(advice, value, book, call));
            yield "%s alone would save %s of the window"
                .formatted(
                    value.id().words(), new Quantity.Money(value.saving().expected()).render());
          }
          case Optimiser.Alone.Not(NotApplicable why) -> {
            facts.add(concerned(new Concerned(advice, why.id(), why.concernedSpend()), book, call));
            yield "%s cannot be computed: %s".formatted(why.id().words(), why.reason());
          }
        };
    return new Work.Reply<>(alone, summary, facts, 0);
  }

  private static List<Fact> facts(
      AdviceScope advice, Evaluated value, FactBook book, @Nullable String call) {
    String id = value.id().name();
    FactSource source = advice.source(Map.of("strategies", id), call);
    return List.of(
        book.add("saving_alone[" + id + "]", new Quantity.Money(value.saving().expected()), source),
        concerned(new Concerned(advice, value.id(), value.concernedSpend()), book, call),
        book.add("confidence[" + id + "]", new Quantity.Ratio(value.confidence()), source));
  }

  private record Concerned(AdviceScope advice, StrategyId id, BigDecimal spend) {}

  private static Fact concerned(Concerned what, FactBook book, @Nullable String call) {
    String id = what.id().name();
    FactSource source = what.advice().source(Map.of("concerns", id), call);
    return book.add("concerned_spend[" + id + "]", new Quantity.Money(what.spend()), source);
  }
}
