package ai.netra.loop.gateway;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** What can be said of a JSON text without its values. A text that is cut tells what it has. */
final class JsonShape {

  private static final int MOST_KEYS = 500;
  private static final JsonFactory JSON = new JsonFactory();

  private JsonShape() {}

  /**
   * The keys in document order, each once, with the path to it: {@code data[].id}; empty for what
   * is no JSON.
   */
  static List<String> keys(byte[] text) {
    Set<String> keys = new LinkedHashSet<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME && keys.size() < MOST_KEYS) {
          keys.add(slot(parser.streamReadContext()));
        }
      }
    } catch (JacksonException cut) {
      return List.copyOf(keys);
    }
    return List.copyOf(keys);
  }

  /** The path of the value that a context is at. */
  private static String slot(TokenStreamContext context) {
    if (context.inRoot()) {
      return "";
    }
    String path = slot(context.getParent());
    if (context.inArray()) {
      return path + "[]";
    }
    return path.isEmpty() ? context.currentName() : path + "." + context.currentName();
  }

  /** The value of the member {@code type} of an object; null where there is none. */
  static @Nullable String type(byte[] text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = parser.currentName().equals("type");
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING ? parser.getString() : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (JacksonException notJson) {
      return null;
    }
  }
}
