package ai.netra.backend.service;

import java.security.SecureRandom;

/** Ids of 130 random bits, five to a character, in Crockford's alphabet. */
final class RandomIds implements Ids {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 26;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next(String prefix) {
    byte[] bytes = new byte[CHARACTERS];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(prefix);
    for (byte each : bytes) {
      id.append(ALPHABET.charAt(each & 31));
    }
    return id.toString();
  }
}
