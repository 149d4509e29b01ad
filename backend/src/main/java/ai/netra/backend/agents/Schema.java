package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that JSON Schemas are made of. */
final class Schema {

  private Schema() {}

  static Map<String, Object> text() {
    return Map.of("type", "string");
  }

  static Map<String, Object> day() {
    return Map.of("type", "string", "format", "date");
  }

  static Map<String, Object> flag() {
    return Map.of("type", "boolean");
  }

  /** One of a few words or numbers. */
  static Map<String, Object> oneOf(List<?> values) {
    return Map.of("enum", values);
  }

  static Map<String, Object> atLeast(BigDecimal least) {
    return Map.of("type", "number", "minimum", least);
  }

  static Map<String, Object> between(BigDecimal least, BigDecimal most) {
    return Map.of("type", "number", "minimum", least, "maximum", most);
  }

  static Map<String, Object> integer(long least, long most) {
    return Map.of("type", "integer", "minimum", least, "maximum", most);
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  static Map<String, Object> anyOf(List<Map<String, Object>> kinds) {
    return Map.of("anyOf", kinds);
  }

  /** An object; what it does not name is ignored. */
  static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    return object;
  }

  /** An object that takes no other names. */
  static Map<String, Object> closed(Map<String, Object> properties) {
    Map<String, Object> object = new LinkedHashMap<>(object(properties, List.of()));
    object.put("additionalProperties", false);
    return object;
  }

  /** An object whose {@code type} is this word. */
  static Map<String, Object> kind(
      String type, Map<String, Object> properties, List<String> required) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", Map.of("const", type));
    all.putAll(properties);
    List<String> named = new java.util.ArrayList<>(List.of("type"));
    named.addAll(required);
    return object(all, named);
  }
}
