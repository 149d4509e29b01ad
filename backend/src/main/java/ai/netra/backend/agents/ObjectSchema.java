package ai.netra.backend.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of these fields and no others. */
record ObjectSchema(Map<String, Schema> fields, List<String> required) implements Schema {

  static final ObjectSchema EMPTY = new ObjectSchema(Map.of(), List.of());

  /** This one with a field more, which may be absent. */
  ObjectSchema with(String name, Schema field) {
    Map<String, Schema> more = new LinkedHashMap<>(fields);
    more.put(name, field);
    return new ObjectSchema(more, required);
  }

  /** This one with a field more, which must be there. */
  ObjectSchema requiring(String name, Schema field) {
    List<String> more = new ArrayList<>(required);
    more.add(name);
    return new ObjectSchema(with(name, field).fields(), more);
  }

  boolean takes(String name) {
    return fields.containsKey(name);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach((name, field) -> properties.put(name, field.json()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "object");
    json.put("properties", properties);
    json.put("required", required);
    json.put("additionalProperties", false);
    return json;
  }

  @Override
  public String rule() {
    return "an object";
  }

  @Override
  public void check(Place place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> given)) {
      place.breaks(rule(), value);
      return;
    }
    fields.forEach(
        (name, field) -> {
          if (required.contains(name) && !given.containsKey(name)) {
            place.field(name).missing(field.rule());
          }
        });
    given.forEach((name, each) -> check(place, String.valueOf(name), each));
  }

  private void check(Place place, String name, @Nullable Object value) {
    Schema field = fields.get(name);
    if (field != null) {
      field.check(place.field(name), value);
      return;
    }
    String nearest = Nearest.to(name, fields.keySet());
    place.field(name).breaks("a name that is taken here (nearest: %s)".formatted(nearest), value);
  }
}
