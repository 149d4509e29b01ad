package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assumptions of a run: the defaults, and what the user set, which holds at every level. */
record Assumptions(Map<Assumption, BigDecimal> set) {

  static final Assumptions DEFAULTS = new Assumptions(Map.of());

  Assumptions {
    EnumMap<Assumption, BigDecimal> ordered = new EnumMap<>(Assumption.class);
    ordered.putAll(set);
    set = java.util.Collections.unmodifiableMap(ordered);
  }

  /**
   * Reads the setting {@code assumptions}; names and values that are not known are left to {@link
   * #unknown}.
   */
  static Assumptions read(@Nullable Object setting) {
    EnumMap<Assumption, BigDecimal> set = new EnumMap<>(Assumption.class);
    if (setting instanceof Map<?, ?> values) {
      values.forEach(
          (name, value) ->
              known(name, value)
                  .ifPresent(known -> set.put(known, new BigDecimal(value.toString()))));
    }
    return new Assumptions(set);
  }

  /** Names in the setting that change nothing, for a warning. */
  static java.util.List<String> unknown(@Nullable Object setting) {
    if (!(setting instanceof Map<?, ?> values)) {
      return java.util.List.of();
    }
    return values.entrySet().stream()
        .filter(entry -> known(entry.getKey(), entry.getValue()).isEmpty())
        .map(entry -> String.valueOf(entry.getKey()))
        .sorted()
        .toList();
  }

  private static Optional<Assumption> known(@Nullable Object name, @Nullable Object value) {
    return value instanceof Number number
        ? Assumption.named(String.valueOf(name))
            .filter(each -> each.allows(new BigDecimal(number.toString())))
        : Optional.empty();
  }

  BigDecimal at(Assumption assumption, Level level) {
    BigDecimal own = set.get(assumption);
    return own == null ? assumption.range().at(level) : own;
  }

  Range range(Assumption assumption) {
    return Range.of(level -> at(assumption, level));
  }

  boolean byUser(Assumption assumption) {
    return set.containsKey(assumption);
  }
}
