package ai.netra.backend.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose field {@code type} says which other fields it has. */
record KindSchema(Map<String, ObjectSchema> kinds) implements Schema {

  private static final String TYPE = "type";

  static final KindSchema EMPTY = new KindSchema(Map.of());

  /** This one with a kind more. */
  KindSchema with(String type, ObjectSchema fields) {
    Map<String, ObjectSchema> more = new LinkedHashMap<>(kinds);
    ObjectSchema typed = ObjectSchema.EMPTY.requiring(TYPE, Schema.oneOf(List.of(type)));
    for (Map.Entry<String, Schema> field : fields.fields().entrySet()) {
      typed =
          fields.required().contains(field.getKey())
              ? typed.requiring(field.getKey(), field.getValue())
              : typed.with(field.getKey(), field.getValue());
    }
    more.put(type, typed);
    return new KindSchema(more);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("anyOf", kinds.values().stream().map(ObjectSchema::json).toList());
    return json;
  }

  @Override
  public String rule() {
    return "an object with a type";
  }

  @Override
  public void check(Place place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> given)) {
      place.breaks(rule(), value);
      return;
    }
    ObjectSchema kind = given.get(TYPE) instanceof String type ? kinds.get(type) : null;
    if (kind != null) {
      kind.check(place, value);
      return;
    }
    String known = "one of " + String.join(", ", kinds.keySet());
    if (given.containsKey(TYPE)) {
      place.field(TYPE).breaks(known, given.get(TYPE));
    } else {
      place.field(TYPE).missing(known);
    }
  }
}
