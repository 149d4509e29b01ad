package ai.netra.backend.models;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the price rows of a catalogue: units, dates on whole UTC hours, no overlap. */
final class PriceReader {

  private static final Set<String> TIERS = Set.of("standard", "batch", "flex", "priority");
  private static final int PICO_DECIMALS = 12;
  private static final BigDecimal MAX_PER_REQUEST = BigDecimal.valueOf(9_000);

  private final PriceUnit unit;
  private final Set<String> models;
  private final List<String> findings;

  PriceReader(PriceUnit unit, Set<String> models, List<String> findings) {
    this.unit = unit;
    this.models = models;
    this.findings = findings;
  }

  List<PriceRow> read(List<JsonNode> nodes) {
    List<PriceRow> rows = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      PriceRow row = row(new Entry("prices[" + i + "]", nodes.get(i), findings));
      for (PriceRow other : rows) {
        if (row.overlaps(other)) {
          findings.add(
              "prices[%d]: overlaps an earlier row of %s, tier %s, from %s"
                  .formatted(i, row.model(), row.tier(), other.validFrom()));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private PriceRow row(Entry entry) {
    String model = entry.text("model");
    if (!models.contains(model)) {
      findings.add(entry.place() + ".model: one of models, got " + model);
    }
    if (!entry.absent("utc_window")) {
      findings.add(entry.place() + ".utc_window: null, prices by the hour are not read yet");
    }
    long input = tokenPrice(entry, "input", null);
    return new PriceRow(
        model,
        tier(entry),
        entry.number("context_from"),
        input,
        tokenPrice(entry, "output", null),
        tokenPrice(entry, "cached_input", input),
        tokenPrice(entry, "cache_write_5m", input),
        perRequest(entry),
        instant(entry, "valid_from", Instant.MIN),
        entry.absent("valid_to") ? Instant.MAX : instant(entry, "valid_to", Instant.MAX),
        entry.text("source"),
        entry.text("retrieved_at"));
  }

  private String tier(Entry entry) {
    String tier = entry.absent("tier") ? "standard" : entry.text("tier");
    if (!TIERS.contains(tier)) {
      findings.add(entry.place() + ".tier: standard, batch, flex or priority, got " + tier);
    }
    return tier;
  }

  private long tokenPrice(Entry entry, String field, @Nullable Long otherwise) {
    BigDecimal price = entry.decimal(field);
    if (price == null) {
      if (otherwise == null) {
        findings.add(entry.place() + "." + field + ": a number, got nothing");
        return 0;
      }
      return otherwise;
    }
    return unit.picoUsdPerToken(price)
        .orElseGet(
            () -> {
              findings.add(
                  "%s.%s: 0..9000 USD a million tokens, got %s"
                      .formatted(entry.place(), field, price));
              return 0L;
            });
  }

  private long perRequest(Entry entry) {
    BigDecimal price = entry.decimal("per_request");
    if (price == null) {
      return 0;
    }
    boolean fits = price.signum() >= 0 && price.compareTo(MAX_PER_REQUEST) <= 0;
    if (!fits || price.stripTrailingZeros().scale() > PICO_DECIMALS) {
      findings.add(entry.place() + ".per_request: 0..9000 USD, 12 decimals, got " + price);
      return 0;
    }
    return price.movePointRight(PICO_DECIMALS).longValueExact();
  }

  private Instant instant(Entry entry, String field, Instant otherwise) {
    String text = entry.text(field);
    try {
      Instant at =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text);
      if (at.truncatedTo(ChronoUnit.HOURS).equals(at)) {
        return at;
      }
    } catch (DateTimeException e) {
      findings.add("%s.%s: a UTC day or hour, got %s".formatted(entry.place(), field, text));
      return otherwise;
    }
    findings.add("%s.%s: a whole UTC hour, got %s".formatted(entry.place(), field, text));
    return otherwise;
  }
}
