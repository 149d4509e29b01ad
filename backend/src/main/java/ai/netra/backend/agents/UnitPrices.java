package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.ModelEntry;
import ai.netra.backend.models.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tokens cost from now on: the catalogue's prices at one instant, scaled for a model by what
 * its rows were really billed. One thread.
 */
final class UnitPrices {

  private static final int PICO_DECIMALS = 12;

  private final Catalogue catalogue;
  private final Instant at;
  private final Map<String, BigDecimal> factors;
  private final Map<Key, Optional<PriceRow>> found = new HashMap<>();

  private record Key(String model, String tier, long context) {}

  /**
   * @param factors billed to listed cost, by model id; a model that is not there has 1
   */
  UnitPrices(Catalogue catalogue, Instant at, Map<String, BigDecimal> factors) {
    this.catalogue = catalogue;
    this.at = at;
    this.factors = Map.copyOf(factors);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Instant at() {
    return at;
  }

  /** The same with one model dearer or cheaper. */
  UnitPrices scaled(String model, BigDecimal factor) {
    Map<String, BigDecimal> changed = new HashMap<>(factors);
    changed.merge(model, factor, BigDecimal::multiply);
    return new UnitPrices(catalogue, at, changed);
  }

  boolean known(String model, String tier, long context) {
    return row(model, tier, context).isPresent();
  }

  /**
   * USD for a part of the traffic, exact.
   *
   * @throws IllegalArgumentException when its model has no price there
   */
  BigDecimal cost(Part part) {
    PriceRow row =
        row(part.model(), part.tier(), part.cell().contextFrom())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "price of %s, tier %s: none at %s"
                            .formatted(part.model(), part.tier(), at)));
    BigDecimal factor = factors.get(part.model());
    BigDecimal listed = listed(row, part.amounts()).movePointLeft(PICO_DECIMALS);
    return factor == null ? listed : listed.multiply(factor);
  }

  private static BigDecimal listed(PriceRow row, Amounts amounts) {
    BigDecimal plain = amounts.input().subtract(amounts.cached()).subtract(amounts.written());
    return plain
        .multiply(BigDecimal.valueOf(row.input()))
        .add(amounts.cached().multiply(BigDecimal.valueOf(row.cachedInput())))
        .add(amounts.written().multiply(BigDecimal.valueOf(row.cacheWrite())))
        .add(amounts.output().multiply(BigDecimal.valueOf(row.output())))
        .add(amounts.rows().multiply(BigDecimal.valueOf(row.perRequest())));
  }

  private Optional<PriceRow> row(String model, String tier, long context) {
    return found.computeIfAbsent(
        new Key(model, tier, context),
        key -> catalogue.price(key.model(), key.tier(), key.context(), at));
  }

  Optional<ModelEntry> model(String id) {
    return catalogue.model(id);
  }
}
