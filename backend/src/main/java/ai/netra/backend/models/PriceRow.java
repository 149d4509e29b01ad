package ai.netra.backend.models;

import java.time.Instant;

/**
 * A dated price. Token prices are whole numbers of 10⁻¹² USD a token, {@code perRequest} of 10⁻¹²
 * USD; a price that the catalogue leaves out for cached or written tokens is the input price.
 *
 * @param contextFrom the least input tokens of the requests that it prices
 * @param validTo exclusive; {@link Instant#MAX} where it is open
 * @param source the page that it was read from
 */
public record PriceRow(
    String model,
    String tier,
    long contextFrom,
    long input,
    long output,
    long cachedInput,
    long cacheWrite,
    long perRequest,
    Instant validFrom,
    Instant validTo,
    String source,
    String retrievedAt) {

  /** Whether it prices requests of this instant. */
  public boolean validAt(Instant at) {
    return !at.isBefore(validFrom) && at.isBefore(validTo);
  }

  boolean sameKey(PriceRow other) {
    return model.equals(other.model) && tier.equals(other.tier) && contextFrom == other.contextFrom;
  }

  boolean overlaps(PriceRow other) {
    return sameKey(other) && validFrom.isBefore(other.validTo) && other.validFrom.isBefore(validTo);
  }
}
