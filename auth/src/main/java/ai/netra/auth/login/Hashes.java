package ai.netra.auth.login;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Password hashes: Argon2id, 19 MiB, 2 passes, 1 lane, with the prefix {@code {argon2id}}. */
final class Hashes {

  private static final String PREFIX = "{argon2id}";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

  String hash(String password) {
    return PREFIX + encoder.encode(PasswordRules.normal(password));
  }

  boolean matches(String password, String hash) {
    return hash.startsWith(PREFIX)
        && encoder.matches(PasswordRules.normal(password), hash.substring(PREFIX.length()));
  }

  /** Whether a hash was made with weaker parameters than these. */
  boolean weak(String hash) {
    return encoder.upgradeEncoding(hash.substring(PREFIX.length()));
  }
}
