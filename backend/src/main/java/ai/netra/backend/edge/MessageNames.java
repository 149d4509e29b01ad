package ai.netra.backend.edge;

import ai.netra.contract.legacy.Legacy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a client's message its canonical names: fields of the payload, then of {@code data}, then
 * of the top level; old names where the canonical one is absent.
 */
final class MessageNames {

  private final Legacy legacy;

  MessageNames(Legacy legacy) {
    this.legacy = legacy;
  }

  String type(String sent) {
    return legacy.types().getOrDefault(sent, sent);
  }

  Map<String, Object> fields(String type, Map<String, Object> message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    add(fields, message);
    addObject(fields, message.get("data"));
    addObject(fields, message.get("payload"));
    FieldNames.complete(fields, legacy.fields());
    if (type.equals("stop_agent")) {
      FieldNames.complete(fields, legacy.stopFields());
    }
    if ("typing_stopped".equals(message.get("type"))) {
      fields.put("active", false);
    }
    return fields;
  }

  private static void addObject(Map<String, Object> fields, @Nullable Object object) {
    if (object instanceof Map<?, ?> map) {
      map.forEach((name, value) -> put(fields, (String) name, value));
    }
  }

  private static void add(Map<String, Object> fields, Map<String, Object> message) {
    message.forEach((name, value) -> put(fields, name, value));
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
