package ai.netra.backend.edge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The correlation id of a client's message. */
final class Correlation {

  private static final List<String> NAMES =
      List.of("client_message_id", "message_id", "correlation_id", "id");
  private static final int MAX_CHARACTERS = 64;

  private Correlation() {}

  /** The first of the ids that is there; a number is written as one; what is too long is none. */
  static @Nullable String of(Map<String, Object> message) {
    for (String name : NAMES) {
      String id = text(message.get(name));
      if (id == null && message.get("payload") instanceof Map<?, ?> payload) {
        id = text(payload.get(name));
      }
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (!(value instanceof String) && !(value instanceof Number)) {
      return null;
    }
    String text = value.toString();
    return text.isEmpty() || text.length() > MAX_CHARACTERS ? null : text;
  }
}
