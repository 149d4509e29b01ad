package ai.netra.auth.sessions;

import ai.netra.auth.web.Json;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/** The form of a token's parts. */
final class JsonParts {

  private JsonParts() {}

  /** Whether a part is a JSON object in base64url. */
  static boolean object(String part) {
    try {
      return !part.isEmpty()
          && Json.MAPPER.readTree(Base64.getUrlDecoder().decode(part)).isObject();
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  /** Whether a part is base64url and not empty. */
  static boolean base64(String part) {
    try {
      return !part.isEmpty() && Base64.getUrlDecoder().decode(part).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
