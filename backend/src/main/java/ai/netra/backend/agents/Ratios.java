package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.math.MathContext;

/** Divisions, carried to 34 digits; rounding is the renderer's. */
final class Ratios {

  /** Days of a month. */
  static final BigDecimal MONTH = new BigDecimal("30.4375");

  private Ratios() {}

  /** A part of a whole; 0 where the whole is 0. */
  static BigDecimal of(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal ratio = part.divide(whole, MathContext.DECIMAL128).stripTrailingZeros();
    return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
  }

  static BigDecimal of(long part, long whole) {
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** An amount of a window as an amount a month. */
  static BigDecimal monthly(BigDecimal amount, int days) {
    return of(amount.multiply(MONTH), BigDecimal.valueOf(days));
  }
}
