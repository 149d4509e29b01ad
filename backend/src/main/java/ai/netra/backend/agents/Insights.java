package ai.netra.backend.agents;

import ai.netra.backend.agents.DataResult.Insight;
import ai.netra.backend.usage.Totals;
import ai.netra.backend.usage.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules over facts; the thresholds are part of what a finding means. */
final class Insights {

  static final String CONCENTRATION = "concentration";
  static final String ERRORS = "errors";
  static final String SLOW_TAIL = "slow_tail";
  static final String UNPRICED = "unpriced";

  private static final BigDecimal LARGE_PART = new BigDecimal("0.40");
  private static final BigDecimal MANY_ERRORS = new BigDecimal("0.02");
  private static final BigDecimal MUCH_UNPRICED = new BigDecimal("0.01");
  private static final BigDecimal LONG_TAIL = new BigDecimal("8");
  private static final int MOST = 12;

  private Insights() {}

  /** What the facts of a window meet, most money first. */
  static List<Insight> of(Totals totals, List<DataResult.Group> groups, Facts facts) {
    List<Insight> insights = new ArrayList<>();
    groups.stream().filter(Insights::large).map(Insights::concentration).forEach(insights::add);
    if (facts.number("error_share").compareTo(MANY_ERRORS) >= 0) {
      insights.add(new Insight(ERRORS, "", List.of("error_share"), totals.spend()));
    }
    if (facts.number("unpriced_share").compareTo(MUCH_UNPRICED) > 0) {
      insights.add(new Insight(UNPRICED, "", List.of("unpriced_share"), Usd.ZERO));
    }
    if (facts.find("latency_p50").isPresent() && tail(facts)) {
      insights.add(new Insight(SLOW_TAIL, "", List.of("latency_p50", "latency_p99"), Usd.ZERO));
    }
    return insights.stream()
        .sorted(Comparator.comparing((Insight i) -> i.concerned().amount()).reversed())
        .limit(MOST)
        .toList();
  }

  private static boolean large(DataResult.Group group) {
    boolean told = group.by().equals("model") || group.by().equals("feature");
    return told && group.key() != null && group.shareOfSpend().compareTo(LARGE_PART) >= 0;
  }

  private static Insight concentration(DataResult.Group group) {
    return new Insight(
        CONCENTRATION,
        group.by() + " " + Markdown.code(String.valueOf(group.key())),
        List.of(BreakdownTool.fact("share_of_spend", group), BreakdownTool.fact("spend", group)),
        group.spend());
  }

  private static boolean tail(Facts facts) {
    BigDecimal typical = facts.number("latency_p50");
    return typical.signum() > 0
        && facts.number("latency_p99").compareTo(typical.multiply(LONG_TAIL)) >= 0;
  }
}
