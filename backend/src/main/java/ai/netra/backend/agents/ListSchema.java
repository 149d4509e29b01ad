package ai.netra.backend.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of so many items of one kind. */
record ListSchema(Schema items, int least, int most) implements Schema {

  /** Items of a list that states no number of its own. */
  private static final int MANY = 100;

  /** Up to a hundred. */
  static ListSchema of(Schema items) {
    return new ListSchema(items, 0, MANY);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "array");
    json.put("items", items.json());
    if (least > 0) {
      json.put("minItems", least);
    }
    json.put("maxItems", most);
    return json;
  }

  @Override
  public String rule() {
    return "a list of %d..%d".formatted(least, most);
  }

  @Override
  public void check(Place place, @Nullable Object value) {
    if (!(value instanceof List<?> list) || list.size() < least || list.size() > most) {
      place.breaks(rule(), value);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      items.check(place.item(i), list.get(i));
    }
  }
}
