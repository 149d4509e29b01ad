package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** Decodes a raw path and refuses what two readers could understand differently. */
final class RequestPath {

  private RequestPath() {}

  /**
   * The decoded path without its trailing slash.
   *
   * @throws Refused BAD_PATH
   */
  static String decoded(String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("\\")) {
      throw bad(raw, "no encoded slash and no backslash");
    }
    String path = decode(raw);
    if (path.chars().anyMatch(each -> each < ' ' || each == 127)) {
      throw bad(raw, "no control character");
    }
    if (Arrays.asList(path.split("/", -1)).contains("..")) {
      throw bad(raw, "no '..'");
    }
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** A decoded path as it stands in a request line; none of its segments has a slash in it. */
  static String encoded(String path) {
    return UriUtils.encodePath(path, StandardCharsets.UTF_8);
  }

  private static String decode(String raw) {
    byte[] sent = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(sent.length);
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] == '%') {
        bytes.put(escaped(sent, i));
        i += 2;
      } else {
        bytes.put(sent[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw bad(raw, "UTF-8");
    }
  }

  private static byte escaped(byte[] sent, int at) {
    int high = at + 2 < sent.length ? Character.digit(sent[at + 1], 16) : -1;
    int low = high < 0 ? -1 : Character.digit(sent[at + 2], 16);
    if (low < 0) {
      throw bad(new String(sent, StandardCharsets.UTF_8), "two hex digits after '%'");
    }
    return (byte) (high * 16 + low);
  }

  private static Refused bad(String raw, String rule) {
    return new Refused(ErrorCode.BAD_PATH, "path: %s, got %s".formatted(rule, Violation.cut(raw)));
  }
}
