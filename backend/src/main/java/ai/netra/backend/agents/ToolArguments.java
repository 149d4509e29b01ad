package ai.netra.backend.agents;

import ai.netra.backend.service.Fields;
import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.UsageWindow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a direct call of a tool is about, and how they are grouped.
 *
 * @param window null where the default window is meant
 */
record ToolArguments(
    String dataset,
    @Nullable UsageWindow window,
    Filters filters,
    Dimension by,
    Bucket bucket,
    @Nullable String provider,
    @Nullable String capability) {

  private static final int MOST_TEXT = 256;

  /** Reads what fits the schema of a tool; the caller checks the fields. */
  static ToolArguments of(Fields fields) {
    UsageWindow window = fields.has("window") ? window(fields.nested("window")) : null;
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String value = fields.optionalText(dimension.wireName(), 1, MOST_TEXT);
      if (value != null) {
        filters.put(dimension, value);
      }
    }
    String named = fields.optionalText("dataset", 1, MOST_TEXT);
    return new ToolArguments(
        named == null ? dataset(fields) : named,
        window,
        new Filters(filters),
        Dimension.named(fields.choice("by", ToolSchemas.dimensions(), "model")).orElseThrow(),
        Bucket.named(fields.choice("bucket", ToolSchemas.buckets(), "day")).orElseThrow(),
        filters.get(Dimension.PROVIDER),
        fields.optionalText("capability", 1, MOST_TEXT));
  }

  /** The data set that the arguments name, before any of them is checked. */
  static String dataset(Fields fields) {
    return fields.any("dataset") instanceof String named ? named.strip() : "default";
  }

  /** Both days of a window; null where one breaks its rule, which is noted. */
  private static @Nullable UsageWindow window(Fields fields) {
    LocalDate from = day(fields, "from");
    LocalDate to = day(fields, "to");
    if (from == null || to == null) {
      return null;
    }
    if (!from.isBefore(to)) {
      fields.violation("to", "after from", to.toString());
      return null;
    }
    return new UsageWindow(from, to);
  }

  private static @Nullable LocalDate day(Fields fields, String name) {
    String text = fields.text(name, 1, 40);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      fields.violation(name, "a UTC day", text);
      return null;
    }
  }
}
