package ai.netra.backend.agents;

import ai.netra.backend.service.Fields;
import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a direct call of a reading tool.
 *
 * @param from null where the default window is meant
 */
record ToolArguments(
    String dataset,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Filters filters,
    Dimension by,
    Bucket bucket,
    @Nullable String provider,
    @Nullable String capability) {

  private static final int MOST_TEXT = 256;

  /** Reads them; the caller checks the fields. */
  static ToolArguments of(Fields fields) {
    LocalDate from = day(fields, "from");
    LocalDate to = day(fields, "to");
    if ((from == null) != (to == null)) {
      fields.violation("to", "both of from and to, or none", "one of them");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      fields.violation("to", "after from", to.toString());
    }
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String value = fields.optionalText(dimension.wireName(), 1, MOST_TEXT);
      if (value != null) {
        filters.put(dimension, value);
      }
    }
    String dataset = fields.optionalText("dataset", 1, MOST_TEXT);
    return new ToolArguments(
        dataset == null ? "default" : dataset,
        from,
        to,
        new Filters(filters),
        Dimension.named(fields.choice("by", ToolRegistry.dimensions(), "model")).orElseThrow(),
        Bucket.named(fields.choice("bucket", ToolRegistry.buckets(), "day")).orElseThrow(),
        filters.get(Dimension.PROVIDER),
        fields.optionalText("capability", 1, MOST_TEXT));
  }

  private static @Nullable LocalDate day(Fields fields, String name) {
    String text = fields.optionalText(name, 1, 40);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      fields.violation(name, "a UTC day", String.valueOf(text));
      return null;
    }
  }
}
