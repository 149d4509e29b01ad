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

  private WhatIfTool() {}

  static Work.Reply<WhatIf> reply(
      AdviceScope advice, WhatIf whatIf, FactBook book, @Nullable String call) {
    List<Fact> facts = new ArrayList<>();
    FactSource before = advice.source(Map.of("changes", "none"), call);
    FactSource after = advice.source(Map.of("changes", whatIf.words()), call);
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
    adding.add("saving_before", whatIf.before().saving(), before);
    adding.add("saving_after", whatIf.after().saving(), after);
    String summary =
        "with the %s the month would cost %s"
            .formatted(whatIf.words(), Quantity.of(costAfter).render());
    return new Work.Reply<>(whatIf, summary, facts, 0);
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
