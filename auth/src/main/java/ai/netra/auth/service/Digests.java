package ai.netra.auth.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256, as bytes and as the text that is stored. */
public final class Digests {

  private Digests() {}

  /** The digest of a text's UTF-8 bytes. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /** The same in base64url without padding, 43 characters. */
  public static String sha256Text(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
  }
}
