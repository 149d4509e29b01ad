package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an effort gives back: one-off cost, months until it is paid back, and the return of a year
 * as a share of the cost.
 *
 * @param monthly USD saved a month
 */
record Roi(BigDecimal oneOff, BigDecimal monthly) {

  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  static Roi of(int hours, BigDecimal hourRate, BigDecimal monthly) {
    return new Roi(BigDecimal.valueOf(hours).multiply(hourRate), monthly);
  }

  /** Nothing where nothing is saved. */
  Optional<BigDecimal> paybackMonths() {
    return monthly.signum() <= 0 ? Optional.empty() : Optional.of(Ratios.of(oneOff, monthly));
  }

  BigDecimal yearly() {
    return Ratios.of(monthly.multiply(YEAR).subtract(oneOff), oneOff);
  }
}
