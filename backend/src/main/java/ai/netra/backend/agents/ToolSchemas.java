package ai.netra.backend.agents;

import static ai.netra.backend.agents.Schema.atLeast;
import static ai.netra.backend.agents.Schema.between;
import static ai.netra.backend.agents.Schema.kind;
import static ai.netra.backend.agents.Schema.list;
import static ai.netra.backend.agents.Schema.object;
import static ai.netra.backend.agents.Schema.oneOf;
import static ai.netra.backend.agents.Schema.text;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of what tools take. */
final class ToolSchemas {

  private static final String FEATURE = "feature";

  private ToolSchemas() {}

  static List<String> dimensions() {
    return Arrays.stream(Dimension.values()).map(Dimension::wireName).toList();
  }

  static List<String> buckets() {
    return Arrays.stream(Bucket.values()).map(Bucket::wireName).toList();
  }

  static List<String> strategies() {
    return Arrays.stream(StrategyId.values()).map(StrategyId::wireName).toList();
  }

  /** Which rows, and more. */
  static Map<String, Object> rows(Map<String, Object> more, List<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("dataset", text());
    properties.put("window", window());
    dimensions().forEach(dimension -> properties.put(dimension, text()));
    properties.putAll(more);
    return object(properties, required);
  }

  /** Which rows, under which constraints and assumptions, and more. */
  static Map<String, Object> advice(Map<String, Object> more, List<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("constraints", constraints());
    properties.put("assumptions", assumptions());
    properties.putAll(more);
    return rows(properties, required);
  }

  /** UTC days, the second one not within it: as the frames and the facts of a run name it. */
  private static Map<String, Object> window() {
    Map<String, Object> days = new LinkedHashMap<>();
    days.put("from", Schema.day());
    days.put("to", Schema.day());
    return object(days, List.of("from", "to"));
  }

  private static Map<String, Object> constraints() {
    Map<String, Object> notNegative = atLeast(BigDecimal.ZERO);
    Map<String, Object> texts = list(text());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("targets", list(Schema.anyOf(targets(notNegative))));
    properties.put(
        "latency", list(object(Map.of(FEATURE, text(), "p95_ms", notNegative), List.of())));
    properties.put(
        "floors", list(object(Map.of("class", text(), "floor", notNegative), List.of())));
    properties.put("providers", texts);
    properties.put("regions", texts);
    properties.put("no_training", Schema.flag());
    properties.put("excluded", list(oneOf(strategies())));
    return Schema.closed(properties);
  }

  private static List<Map<String, Object>> targets(Map<String, Object> amount) {
    return List.of(
        kind("saving", Map.of("ratio", amount), List.of("ratio")),
        kind("growth", Map.of("ratio", amount), List.of("ratio")),
        kind("budget", Map.of("usd", amount), List.of("usd")));
  }

  private static Map<String, Object> assumptions() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Assumption each : Assumption.values()) {
      properties.put(
          each.wireName(),
          each.isShare()
              ? between(BigDecimal.ZERO, BigDecimal.ONE)
              : Map.of("type", "number", "exclusiveMinimum", 0));
    }
    return Schema.closed(properties);
  }

  /** One schema a kind of change. */
  static Map<String, Object> changes() {
    Map<String, Object> changes = new LinkedHashMap<>(list(Schema.anyOf(kinds())));
    changes.put("minItems", 1);
    changes.put("maxItems", ChangeReader.MOST);
    return changes;
  }

  private static List<Map<String, Object>> kinds() {
    return List.of(
        kind(
            "growth",
            Map.of("ratio", between(ChangeReader.LEAST_GROWTH, ChangeReader.MOST_GROWTH)),
            List.of("ratio")),
        kind("swap", Map.of("from", text(), "to", text(), FEATURE, text()), List.of("to")),
        kind(
            "price",
            Map.of(
                "model",
                text(),
                "factor",
                between(ChangeReader.LEAST_FACTOR, ChangeReader.MOST_FACTOR)),
            List.of("model", "factor")),
        kind(
            "slo",
            Map.of(FEATURE, text(), "p95_ms", Schema.integer(1, ChangeReader.MOST_MILLIS)),
            List.of()),
        kind(
            "floor",
            Map.of("class", text(), "floor", between(BigDecimal.ZERO, BigDecimal.ONE)),
            List.of()),
        kind("ttl", Map.of("seconds", oneOf(ResponseCache.LIFETIMES)), List.of("seconds")),
        kind("drop", Map.of(FEATURE, text()), List.of(FEATURE)));
  }
}
