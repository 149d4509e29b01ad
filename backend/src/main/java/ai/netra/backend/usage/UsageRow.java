package ai.netra.backend.usage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored row with its place in the order of time.
 *
 * @param at epoch milliseconds
 * @param high and {@code low}: the row's identity in two halves
 * @param fields by their names on the wire
 */
public record UsageRow(long at, long high, long low, Map<String, @Nullable Object> fields) {

  public UsageRow {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
