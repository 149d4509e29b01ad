package ai.netra.backend.usage;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A catalogue of one model whose prices change once and then depend on the length of a request. */
final class TwoPrices implements Pricing {

  /** When the prices of model a change. */
  static final long CHANGE = Instant.parse("2026-01-15T00:00:00Z").toEpochMilli();

  @Override
  public String version() {
    return "two";
  }

  @Override
  public String pricesAsOf(String version) {
    return "2026-01-01";
  }

  @Override
  public List<PricedSpan> spans(String version, Set<Billed> models) {
    Instant change = Instant.ofEpochMilli(CHANGE);
    return List.of(
        new PricedSpan(
            "a",
            null,
            "standard",
            Instant.MIN,
            change,
            0,
            Long.MAX_VALUE,
            2_500_000,
            1_250_000,
            2_500_000,
            10_000_000,
            0),
        later(change, 0, 3_000, 8_000_000),
        later(change, 3_000, Long.MAX_VALUE, 12_000_000));
  }

  private static PricedSpan later(Instant from, long contextFrom, long contextTo, long out) {
    return new PricedSpan(
        "a",
        null,
        "standard",
        from,
        Instant.MAX,
        contextFrom,
        contextTo,
        2_000_000,
        1_000_000,
        2_000_000,
        out,
        0);
  }
}
