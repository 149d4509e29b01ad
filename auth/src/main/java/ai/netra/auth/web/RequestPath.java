package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Decodes a raw path; refuses what two readers could understand differently. */
final class RequestPath {

  private RequestPath() {}

  /** The decoded path without its trailing slash. */
  static String decoded(String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("\\")) {
      throw bad(raw, "no encoded slash, no backslash");
    }
    String path = decode(raw);
    if (!TextRules.clean(path)) {
      throw bad(raw, "no control character");
    }
    if (Arrays.asList(path.split("/", -1)).contains("..")) {
      throw bad(raw, "no '..'");
    }
    boolean trailing = path.length() > 1 && path.endsWith("/");
    return trailing ? path.substring(0, path.length() - 1) : path;
  }

  private static String decode(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 4);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '%') {
        bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      bytes.put(escaped(raw, i));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw bad(raw, "UTF-8");
    }
  }

  private static byte escaped(String raw, int at) {
    int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 2), 16);
    if (low < 0) {
      throw bad(raw, "two hex digits after '%'");
    }
    return (byte) (high * 16 + low);
  }

  private static Refused bad(String raw, String rule) {
    return new Refused(ErrorCode.BAD_PATH, "path: %s, got %s".formatted(rule, Violation.cut(raw)));
  }
}
