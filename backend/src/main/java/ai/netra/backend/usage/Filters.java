package ai.netra.backend.usage;

import java.util.EnumMap;
import java.util.Map;

/**
 * Values that the rows of a query must have. A row without a value meets only the empty one, which
 * asks for such rows.
 */
public record Filters(Map<Dimension, String> values) {

  public static final Filters NONE = new Filters(Map.of());

  /** In the order of the dimensions, so that equal filters read alike. */
  public Filters {
    EnumMap<Dimension, String> ordered = new EnumMap<>(Dimension.class);
    ordered.putAll(values);
    values = java.util.Collections.unmodifiableMap(ordered);
  }
}
