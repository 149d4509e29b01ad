package ai.netra.auth.keys;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a chain with its private half.
 *
 * @param activeAt when it began to sign; null for the next one
 */
record StoredKey(
    String kid, Chain chain, State state, JWK key, Instant createdAt, @Nullable Instant activeAt) {

  /** {@code next} is published and signs nothing, {@code active} signs, {@code retired} is kept. */
  enum State {
    NEXT,
    ACTIVE,
    RETIRED,
    REMOVED;

    String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "StoredKey[kid=" + kid + ", chain=" + chain + ", state=" + state + "]";
  }
}
