package ai.netra.backend.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A price with the span of time and the range of input tokens in which it alone holds: [from, to)
 * and [contextFrom, contextTo).
 */
public record PriceBand(
    PriceRow price, Instant from, Instant to, long contextFrom, long contextTo) {

  /**
   * The bands of one model and tier. The context decides by the greatest {@code contextFrom} that a
   * request reaches, so time is cut wherever a row begins or ends.
   */
  public static List<PriceBand> of(List<PriceRow> rows) {
    TreeSet<Instant> cuts = new TreeSet<>();
    rows.forEach(
        row -> {
          cuts.add(row.validFrom());
          cuts.add(row.validTo());
        });
    List<PriceBand> bands = new ArrayList<>();
    for (Instant from : cuts) {
      Instant to = cuts.higher(from);
      if (to != null) {
        bands.addAll(during(rows, from, to));
      }
    }
    return bands;
  }

  private static List<PriceBand> during(List<PriceRow> rows, Instant from, Instant to) {
    List<PriceRow> valid =
        rows.stream()
            .filter(row -> row.validAt(from))
            .sorted(Comparator.comparingLong(PriceRow::contextFrom))
            .toList();
    List<PriceBand> bands = new ArrayList<>();
    for (int i = 0; i < valid.size(); i++) {
      PriceRow row = valid.get(i);
      long next = i + 1 < valid.size() ? valid.get(i + 1).contextFrom() : Long.MAX_VALUE;
      bands.add(new PriceBand(row, from, to, row.contextFrom(), next));
    }
    return bands;
  }
}
