package ai.netra.backend.agents;

import ai.netra.backend.usage.LatencyStat;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code latency_stats}: Q4. */
final class LatencyTool {

  static final String NAME = "latency_stats";

  private LatencyTool() {}

  static Work.Reply<LatencyStat> reply(Scope scope, FactBook book, @Nullable String call)
      throws InterruptedException {
    LatencyStat stat = scope.queries().latency(scope.rows());
    List<Fact> facts = new ArrayList<>();
    FactSource source = scope.source("Q4", Map.of(), stat.n(), call);
    if (stat.n() > 0) {
      facts.add(book.add("latency_n", new Quantity.Count(stat.n()), source));
    }
    millis(facts, book, "latency_mean", stat.mean(), source);
    millis(facts, book, "latency_max", whole(stat.max()), source);
    millis(facts, book, "latency_p50", whole(stat.p50()), source);
    millis(facts, book, "latency_p90", whole(stat.p90()), source);
    millis(facts, book, "latency_p95", whole(stat.p95()), source);
    millis(facts, book, "latency_p99", whole(stat.p99()), source);
    String summary =
        stat.n() == 0
            ? "No ok row of the window has a latency"
            : "Latency of " + new Quantity.Count(stat.n()).render() + " ok requests";
    return new Work.Reply<>(stat, summary, facts, stat.n());
  }

  private static void millis(
      List<Fact> facts, FactBook book, String name, @Nullable BigDecimal value, FactSource source) {
    if (value != null) {
      facts.add(book.add(name, new Quantity.Millis(value), source));
    }
  }

  private static @Nullable BigDecimal whole(@Nullable Long value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
