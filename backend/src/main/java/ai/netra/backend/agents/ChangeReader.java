package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.service.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the changes of a what-if; what breaks a rule is noted among the fields. */
final class ChangeReader {

  /** Changes of one what-if at most. */
  static final int MOST = 10;

  static final BigDecimal LEAST_GROWTH = new BigDecimal("-0.99");
  static final BigDecimal MOST_GROWTH = BigDecimal.valueOf(1_000);
  static final BigDecimal LEAST_FACTOR = new BigDecimal("0.01");
  static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(100);
  static final long MOST_MILLIS = 3_600_000;

  private static final int MOST_NAME = 256;
  private static final List<String> KINDS =
      List.of("growth", "swap", "price", "slo", "floor", "ttl", "drop");

  private final KnownNames names;

  ChangeReader(Catalogue catalogue) {
    this.names = new KnownNames(catalogue, List.of());
  }

  /** The changes in their order; the caller checks the fields before it takes them. */
  List<Change> read(Fields fields) {
    List<Fields> items = fields.items("changes", MOST);
    if (items.isEmpty()) {
      fields.violation("changes", "1..%d changes".formatted(MOST), "none");
    }
    List<Change> changes = new ArrayList<>();
    for (Fields item : items) {
      Change change = change(item);
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  private @Nullable Change change(Fields item) {
    String kind = item.optionalChoice("type", KINDS);
    return switch (kind == null ? "" : kind) {
      case "growth" -> new Change.Growth(number(item, "ratio", LEAST_GROWTH, MOST_GROWTH));
      case "swap" ->
          new Change.Swap(
              item.has("from") ? model(item, "from", names::model) : null,
              model(item, "to", names::pricedModel),
              name(item, "feature"));
      case "price" ->
          new Change.Price(
              model(item, "model", names::pricedModel),
              number(item, "factor", LEAST_FACTOR, MOST_FACTOR));
      case "slo" ->
          new Change.Slo(name(item, "feature"), item.optionalInteger("p95_ms", 1, MOST_MILLIS));
      case "floor" ->
          new Change.Floor(
              name(item, "class"), item.optionalNumber("floor", BigDecimal.ZERO, BigDecimal.ONE));
      case "ttl" -> new Change.Ttl(lifetime(item));
      case "drop" -> new Change.Drop(item.text("feature", 1, MOST_NAME));
      default -> unknown(item, kind);
    };
  }

  /** A kind that is no text of the list was noted when it was read; one that is absent was not. */
  private static @Nullable Change unknown(Fields item, @Nullable String kind) {
    if (kind == null && !item.has("type")) {
      item.violation("type", "one of " + String.join(", ", KINDS), "nothing");
    }
    return null;
  }

  private static @Nullable String name(Fields item, String field) {
    return item.optionalText(field, 1, MOST_NAME);
  }

  private static BigDecimal number(Fields item, String field, BigDecimal least, BigDecimal most) {
    if (!item.has(field)) {
      item.violation(
          field, "number %s..%s".formatted(least.toPlainString(), most.toPlainString()), "nothing");
    }
    return Objects.requireNonNullElse(item.optionalNumber(field, least, most), BigDecimal.ONE);
  }

  private static int lifetime(Fields item) {
    Long seconds = item.optionalInteger("seconds", 1, Integer.MAX_VALUE);
    if (seconds != null && ResponseCache.LIFETIMES.contains(seconds.intValue())) {
      return seconds.intValue();
    }
    item.violation(
        "seconds", "one of " + ResponseCache.LIFETIMES, String.valueOf(item.any("seconds")));
    return ResponseCache.LIFETIMES.getFirst();
  }

  /** The catalogue's id of a model; one that something is priced with must have a price. */
  private static String model(Fields item, String field, Function<String, Optional<String>> known) {
    String named = item.text(field, 1, MOST_NAME);
    Optional<String> id = known.apply(named);
    if (id.isEmpty() && !named.isEmpty()) {
      item.violation(field, "a model of the catalogue with a price", named);
    }
    return id.orElse(named);
  }
}
