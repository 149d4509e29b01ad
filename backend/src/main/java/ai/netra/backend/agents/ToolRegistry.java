package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading tools that somebody may call directly. */
final class ToolRegistry {

  static final String LIST_MODELS = "list_models";

  private static final List<ToolSpec> TOOLS =
      List.of(
          usage(ProfileTool.NAME, "What fields the rows of a window carry.", Map.of()),
          usage(SummaryTool.NAME, "Totals of a window: spend, requests, tokens.", Map.of()),
          usage(
              BreakdownTool.NAME,
              "Spend and requests of a window by a dimension.",
              Map.of("by", oneOf(dimensions()))),
          usage(
              SeriesTool.NAME,
              "Spend of a window by hour, day or week.",
              Map.of("bucket", oneOf(buckets()))),
          usage(LatencyTool.NAME, "Latency of the ok requests of a window.", Map.of()),
          usage(ErrorTool.NAME, "Requests of a window that are not ok, by kind.", Map.of()),
          new ToolSpec(
              LIST_MODELS,
              "Models of the catalogue with their price of today.",
              "models",
              object(Map.of("provider", text(), "capability", text()))));

  private ToolRegistry() {}

  static List<ToolSpec> all() {
    return TOOLS;
  }

  static Optional<ToolSpec> named(String name) {
    return TOOLS.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return TOOLS.stream().map(ToolSpec::name).toList();
  }

  static List<String> dimensions() {
    return Arrays.stream(Dimension.values()).map(Dimension::wireName).toList();
  }

  static List<String> buckets() {
    return Arrays.stream(Bucket.values()).map(Bucket::wireName).toList();
  }

  private static ToolSpec usage(String name, String description, Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("dataset", text());
    properties.put("window", window());
    dimensions().forEach(dimension -> properties.put(dimension, text()));
    properties.putAll(more);
    return new ToolSpec(name, description, "usage", object(properties));
  }

  /** UTC days, the second one not within it: as the frames and the facts of a run name it. */
  private static Map<String, Object> window() {
    Map<String, Object> day = Map.of("type", "string", "format", "date");
    Map<String, Object> window = new LinkedHashMap<>(object(Map.of("from", day, "to", day)));
    window.put("required", List.of("from", "to"));
    return window;
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Map.of("type", "object", "properties", properties);
  }

  private static Map<String, Object> text() {
    return Map.of("type", "string");
  }

  private static Map<String, Object> oneOf(List<String> words) {
    return Map.of("type", "string", "enum", words);
  }
}
