package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a strategy saves alone.
 *
 * @param saving USD of the window
 * @param worthTelling whether that is enough a month to be advised
 * @param confidence 0 to 1
 */
record Evaluated(
    StrategyId id,
    Range saving,
    boolean worthTelling,
    BigDecimal concernedSpend,
    BigDecimal confidence,
    List<Assumption> assumptions) {

  private static final BigDecimal HIGH = new BigDecimal("0.8");
  private static final BigDecimal MEDIUM = new BigDecimal("0.5");

  Evaluated {
    assumptions = List.copyOf(assumptions);
  }

  /** The confidence as a word. */
  String confidenceWord() {
    if (confidence.compareTo(HIGH) >= 0) {
      return "high";
    }
    return confidence.compareTo(MEDIUM) >= 0 ? "medium" : "low";
  }
}
