package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code what_if}: cost and saving before and after some changes, labelled as such. */
final class WhatIfTool {

  static final String NAME = "what_if";

  private static final Results RESULTS = new Results();

  private WhatIfTool() {}

  static Work.Reply<WhatIf> reply(
      AdviceScope advice, WhatIf whatIf, FactBook book, @Nullable String call) {
    List<Fact> facts = new ArrayList<>();
    FactSource before = advice.source(Map.of("changes", List.of()), call);
    FactSource after = advice.source(Map.of("changes", members(whatIf)), call);
    int days = advice.ground().days();
    Adding adding = new Adding(book, days, facts);
    Fact costBefore = adding.add("cost_before", whatIf.before().cost(), before);
    Fact costAfter = adding.add("cost_after", whatIf.after().cost(), after);
    adding.add(
        "cost_difference",
        whatIf.after().cost().subtract(whatIf.before().cost()),
        new FactSource.Derived(
            "%s - %s".formatted(costAfter.id(), costBefore.id()),
            List.of(costAfter.id(), costBefore.id())));
    if (!advice.scene().mostlyUnpriced()) {
      adding.add("saving_before", whatIf.before().saving(), before);
      adding.add("saving_after", whatIf.after().saving(), after);
    }
    String summary =
        "with the %s the month would cost %s"
            .formatted(WhatIf.words(whatIf.changes()), Quantity.of(costAfter).render());
    return new Work.Reply<>(whatIf, summary, facts, 0);
  }

  /** The changes as data: with them the computation can be repeated. */
  private static List<Map<String, Object>> members(WhatIf whatIf) {
    return whatIf.changes().stream().map(RESULTS::members).toList();
  }

  private record Adding(FactBook book, int days, List<Fact> facts) {

    Fact add(String name, BigDecimal amount, FactSource source) {
      Fact fact =
          book.add(
              "what_if." + name,
              new Quantity.PerMonth(Ratios.monthly(amount, days)),
              source,
              Label.WHAT_IF);
      facts.add(fact);
      return fact;
    }
  }
}
