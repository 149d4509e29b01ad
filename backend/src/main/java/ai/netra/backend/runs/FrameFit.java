package ai.netra.backend.runs;

import ai.netra.backend.service.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts what would not fit its frame, and redacts what must not be in one. */
final class FrameFit {

  /** The most that one field of a frame holds, in bytes of UTF-8 as encoded. */
  static final int MAX_BYTES = 24 * 1024;

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(token|secret|password|credential|key)");

  private FrameFit() {}

  static boolean fits(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /** The longest beginning of a text whose JSON fits; never inside a character. */
  static String text(String text) {
    return Json.cut(text, MAX_BYTES);
  }

  /** A report's JSON, or its kind, summary and id where it does not fit. */
  static String report(String json) {
    if (fits(json)) {
      return json;
    }
    ObjectNode small = Json.mapper().createObjectNode();
    JsonNode whole = Json.mapper().readTree(json);
    for (String name : List.of("kind", "summary")) {
      if (whole.has(name)) {
        small.set(name, whole.get(name));
      }
    }
    if (whole.has("id")) {
      small.set("report_id", whole.get("id"));
    }
    return Json.text(small);
  }

  /** A tool's result as JSON, its lists cut to their first items where it does not fit. */
  static String tool(String json) {
    String small = json;
    while (!fits(small)) {
      JsonNode tree = Json.mapper().readTree(small);
      if (!(tree instanceof ObjectNode object) || !halved(object)) {
        return "{}";
      }
      small = Json.text(object);
    }
    return small;
  }

  /** Halves the longest list; tells whether there was one. */
  private static boolean halved(ObjectNode object) {
    ArrayNode longest = null;
    for (JsonNode each : object) {
      if (each instanceof ArrayNode list && (longest == null || list.size() > longest.size())) {
        longest = list;
      }
    }
    if (longest == null || longest.isEmpty()) {
      return false;
    }
    int keep = longest.size() / 2;
    while (longest.size() > keep) {
      longest.remove(longest.size() - 1);
    }
    return true;
  }

  /** Parameters in which values under secret names read {@code [redacted]}, at any depth. */
  static Map<String, Object> redacted(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> redacted(entry.getKey(), entry.getValue()),
                (first, second) -> second,
                java.util.LinkedHashMap::new));
  }

  @SuppressWarnings("unchecked") // objects of JSON have text keys
  private static Object redacted(String name, @Nullable Object value) {
    if (SECRET.matcher(name).matches()) {
      return "[redacted]";
    }
    return switch (value) {
      case null -> "";
      case Map<?, ?> map -> redacted((Map<String, Object>) map);
      case List<?> list -> list.stream().map(item -> redacted("", item)).toList();
      default -> value;
    };
  }
}
