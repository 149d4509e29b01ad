package ai.netra.auth.service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The source of everything that is drawn at random. Safe for many threads. */
public final class Ids {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int CHARACTERS = 26;

  private final RandomGenerator random;

  /** Ids and secrets from this source, which must be a secure one outside tests. */
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /** Ids and secrets from the system's secure source. */
  public static Ids secure() {
    return new Ids(new SecureRandom());
  }

  /** A prefix and 26 characters of 5 random bits each. */
  public String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (byte b : bytes(CHARACTERS)) {
      id.append(ALPHABET[b & 31]);
    }
    return id.toString();
  }

  /** 32 hex digits. */
  public String traceId() {
    return HexFormat.of().formatHex(bytes(16));
  }

  /** So many random bytes in base64url without padding. */
  public String secret(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }

  /** So many random bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
