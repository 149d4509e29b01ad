package ai.netra.e2e.support;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the wire has it. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** A value written as JSON: a record, a map, a list, a text. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The texts found by a pointer in each element of an array. */
  public static List<String> texts(JsonNode array, String pointer) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> element.at(pointer).asString())
        .toList();
  }
}
