package ai.netra.e2e.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Tokens taken apart and put together wrongly. */
public final class Tokens {

  /** The four codes of a token that does not verify. */
  public static final List<String> CODES =
      List.of("AUTH_MALFORMED", "AUTH_INVALID_TOKEN", "AUTH_TOKEN_EXPIRED", "AUTH_TOKEN_REVOKED");

  private Tokens() {}

  /** A token spoilt in one way: {@code malformed}, {@code ill-signed} or {@code unsigned}. */
  public static String broken(String kind, String token) {
    String[] parts = token.split("\\.", -1);
    return switch (kind) {
      case "malformed" -> parts[0] + "." + parts[1];
      case "ill-signed" -> parts[0] + "." + parts[1] + "." + flipped(parts[2]);
      case "unsigned" ->
          encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2];
      default ->
          throw new IllegalArgumentException("kind: a known way to spoil a token, got " + kind);
    };
  }

  /** A token with another header. */
  public static String withHeader(String token, String header) {
    String[] parts = token.split("\\.", -1);
    return encoded(header) + "." + parts[1] + "." + parts[2];
  }

  /** The claims of a token, as they stand in it. */
  public static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  /** The header of a token, as it stands in it. */
  public static String header(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), StandardCharsets.UTF_8);
  }

  /**
   * The token as a subprotocol entry carries it, with the padding of base64 kept where {@code
   * padding} says so.
   */
  public static String paddedTo(String padding, String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return padding.isEmpty()
        ? Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        : Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static String flipped(String signature) {
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    bytes[bytes.length / 2] ^= 1;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
