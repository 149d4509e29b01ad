package ai.netra.contract.report;

import java.util.List;

/**
 * A picture of facts; every value of a point is one of them.
 *
 * @param kind {@code spend_by_day}, {@code cost_by_feature}, {@code latency_percentiles}, {@code
 *     savings_waterfall}, {@code saving_ranges}, {@code token_kinds}
 */
public record Chart(
    String id, String kind, Unit unit, Label label, List<Series> series, List<String> facts) {

  public Chart {
    series = List.copyOf(series);
    facts = List.copyOf(facts);
  }

  /**
   * Values of one thing.
   *
   * @param points pairs of a name (or a day) and a number
   */
  public record Series(String name, List<List<Object>> points) {

    public Series {
      points = List.copyOf(points);
    }
  }
}
