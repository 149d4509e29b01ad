package ai.netra.backend.identity;

import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import java.util.Base64;

/** Whether a text is a JWT at all: three parts of base64url, the first two JSON objects. */
final class TokenText {

  private static final int MAX_CHARACTERS = 16 * 1024;

  private TokenText() {}

  /** Why it is none, or an empty text. */
  static String flaw(String token) {
    if (token.length() > MAX_CHARACTERS) {
      return "auth token: at most %d characters, got more".formatted(MAX_CHARACTERS);
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return "auth token: 3 parts expected, got " + parts.length;
    }
    for (String part : parts) {
      if (part.isEmpty() || !part.matches("[A-Za-z0-9_-]+")) {
        return "auth token: each part is base64url, got another text";
      }
    }
    return isObject(parts[0]) && isObject(parts[1])
        ? ""
        : "auth token: header and claims are JSON objects, got something else";
  }

  private static boolean isObject(String part) {
    try {
      Json.object(Base64.getUrlDecoder().decode(part), "token");
      return true;
    } catch (IllegalArgumentException | Refused e) {
      return false;
    }
  }
}
