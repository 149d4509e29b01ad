package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.models.PriceBand;
import ai.netra.backend.models.PriceRow;
import ai.netra.backend.usage.PricedSpan;
import ai.netra.backend.usage.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the catalogue's prices for models as rows name them. */
final class CataloguePricing implements Pricing {

  private final Catalogues catalogues;

  CataloguePricing(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  @Override
  public String version() {
    return catalogues.current().version();
  }

  @Override
  public String pricesAsOf(String version) {
    return catalogues.version(version).date();
  }

  @Override
  public List<PricedSpan> spans(String version, Set<Billed> models) {
    Catalogue catalogue = catalogues.version(version);
    List<PricedSpan> spans = new ArrayList<>();
    for (Billed billed : models) {
      catalogue
          .resolve(billed.model(), billed.provider())
          .ifPresent(id -> spans.addAll(spans(catalogue, id, billed)));
    }
    return spans;
  }

  private static List<PricedSpan> spans(Catalogue catalogue, String id, Billed billed) {
    Map<String, List<PriceRow>> byTier =
        catalogue.prices().stream()
            .filter(row -> row.model().equals(id))
            .collect(Collectors.groupingBy(PriceRow::tier));
    return byTier.values().stream()
        .flatMap(rows -> PriceBand.of(rows).stream())
        .map(band -> span(band, billed))
        .toList();
  }

  private static PricedSpan span(PriceBand band, Billed billed) {
    PriceRow price = band.price();
    return new PricedSpan(
        billed.model(),
        billed.provider(),
        price.tier(),
        band.from(),
        band.to(),
        band.contextFrom(),
        band.contextTo(),
        price.input(),
        price.cachedInput(),
        price.cacheWrite(),
        price.output(),
        price.perRequest());
  }
}
