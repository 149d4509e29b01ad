package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A way to pay less for the same work. Strategies hold no state; what one saves is the cost before
 * minus the cost after.
 */
sealed interface Strategy permits ResponseCache, ModelRouting, BatchTier, RetryWaste {

  /** In the order of their ids; no result depends on it. */
  List<Strategy> ALL =
      List.of(new ResponseCache(), new ModelRouting(), new BatchTier(), new RetryWaste());

  StrategyId id();

  /** The assumptions that its saving depends on. */
  List<Assumption> assumptions();

  /** What it would do with this traffic, chosen under the expected assumptions. */
  Move choose(Cube cube, Ground ground);

  /** The traffic that it is about, and how well the rows support it. */
  Concern concern(Cube cube, Ground ground);

  /** A choice that was made; it is kept at every level of the assumptions. */
  interface Move {

    /** The traffic as it would be then. */
    Cube apply(Cube cube, Level level);

    /** How to set it up, for machines. */
    Map<String, Object> settings();
  }

  /**
   * The spend that a strategy is about.
   *
   * @param spend USD of the window
   * @param supported of it, what has the fields that it needs
   * @param basis 1 where they are measured, 0.8 where derived, 0.6 where the catalogue's
   * @param lacks the field or rule without which it cannot be computed, or empty
   */
  record Concern(BigDecimal spend, BigDecimal supported, BigDecimal basis, String lacks) {}
}
