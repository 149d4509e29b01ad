package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.function.Function;

/** A value at each level of the assumptions. */
record Range(BigDecimal low, BigDecimal expected, BigDecimal high) {

  static final Range ZERO = new Range(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  static Range of(Function<Level, BigDecimal> values) {
    return new Range(
        values.apply(Level.LOW), values.apply(Level.EXPECTED), values.apply(Level.HIGH));
  }

  BigDecimal at(Level level) {
    return switch (level) {
      case LOW -> low;
      case EXPECTED -> expected;
      case HIGH -> high;
    };
  }

  Range map(Function<BigDecimal, BigDecimal> change) {
    return of(level -> change.apply(at(level)));
  }

  Range minus(Range other) {
    return of(level -> at(level).subtract(other.at(level)));
  }

  /**
   * From the least to the greatest of the three: less saved by one strategy can leave more to the
   * next, so a marginal saving may be greatest where the assumptions are worst.
   */
  Range ordered() {
    return new Range(low.min(expected).min(high), expected, low.max(expected).max(high));
  }
}
