package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code retry_scan}: Q12, calls that were paid for in vain. */
final class RetryScan {

  static final String NAME = "retry_scan";

  private RetryScan() {}

  /** How many calls were in vain, and what they cost. */
  record Waste(BigDecimal requests, BigDecimal spend) {}

  static Work.Reply<Waste> reply(AdviceScope advice, FactBook book, @Nullable String call) {
    Cube wasted = RetryWaste.wasted(advice.scene().cube());
    Waste waste = new Waste(wasted.rows(), wasted.cost(advice.ground().prices()));
    FactSource source = advice.source("Q12", Map.of(), call);
    Fact requests =
        book.add("wasted_requests", new Quantity.Count(waste.requests().longValueExact()), source);
    Fact spend = book.add("wasted_spend", new Quantity.Money(waste.spend()), source);
    String summary = "%s requests were paid for in vain".formatted(Quantity.of(requests).render());
    return new Work.Reply<>(waste, summary, List.of(requests, spend), advice.scene().rows());
  }
}
