package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strategies in the order in which they are applied, each to what the ones before it left, so that
 * their savings add up and the sum cannot exceed the spend.
 *
 * @param before USD of the window at the prices of today
 */
record Portfolio(BigDecimal before, List<Applied> applied) {

  Portfolio {
    applied = List.copyOf(applied);
  }

  /**
   * A strategy in its place.
   *
   * @param left USD of the window that are left after it
   * @param settings how to set it up
   */
  record Applied(StrategyId id, Range left, Map<String, Object> settings) {}

  Range left() {
    return applied.isEmpty() ? new Range(before, before, before) : applied.getLast().left();
  }

  Range saving() {
    return new Range(before, before, before).minus(left());
  }

  /** What each saves of what the ones before it left; at each level they add up to the total. */
  List<Range> marginals() {
    List<Range> marginals = new ArrayList<>();
    Range reached = new Range(before, before, before);
    for (Applied each : applied) {
      marginals.add(reached.minus(each.left()));
      reached = each.left();
    }
    return marginals;
  }

  /** The marginal saving of a strategy, where it is applied. */
  Optional<Range> marginal(StrategyId id) {
    for (int i = 0; i < applied.size(); i++) {
      if (applied.get(i).id() == id) {
        return Optional.of(marginals().get(i));
      }
    }
    return Optional.empty();
  }
}
