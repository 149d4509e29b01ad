package ai.netra.backend.usage;

import java.util.List;
import java.util.Set;

/** A catalogue that knows nothing. */
final class NoPrices implements Pricing {

  @Override
  public String version() {
    return "none";
  }

  @Override
  public String pricesAsOf(String version) {
    return "2026-01-01";
  }

  @Override
  public List<PricedSpan> spans(String version, Set<Billed> models) {
    return List.of();
  }
}
