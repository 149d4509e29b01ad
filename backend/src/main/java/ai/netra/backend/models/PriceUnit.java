package ai.netra.backend.models;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a catalogue's token prices count, converted once to USD a million tokens. */
enum PriceUnit {
  PER_MILLION_TOKENS(1),
  PER_1K_TOKENS(1_000),
  PER_TOKEN(1_000_000);

  private static final BigDecimal MAX_PER_MILLION = BigDecimal.valueOf(9_000);
  private static final int DECIMALS = 6;

  private final BigDecimal factor;

  PriceUnit(long factor) {
    this.factor = BigDecimal.valueOf(factor);
  }

  static Optional<PriceUnit> named(String name) {
    for (PriceUnit unit : values()) {
      if (unit.name().equalsIgnoreCase(name)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** Whole 10⁻¹² USD a token, or nothing when the price is out of 0..9000 USD a million. */
  Optional<Long> picoUsdPerToken(BigDecimal price) {
    BigDecimal million = price.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    if (million.signum() < 0 || million.compareTo(MAX_PER_MILLION) > 0) {
      return Optional.empty();
    }
    return Optional.of(million.unscaledValue().longValueExact());
  }
}
