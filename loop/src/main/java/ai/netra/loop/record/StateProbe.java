package ai.netra.loop.record;

import org.jspecify.annotations.Nullable;

/**
 * What a write left was read back through the service itself, before its client had the answer.
 *
 * @param exchange the id of the write's exchange
 * @param read method and path that were asked for
 * @param expected the status that shows the effect
 * @param status the status that came; null where none did
 * @param problem why none came, else empty
 * @param answer size and hash of what came
 */
public record StateProbe(
    TestKey key,
    long exchange,
    String service,
    String read,
    int expected,
    @Nullable Integer status,
    String problem,
    Exchange.@Nullable Body answer)
    implements Entry {

  /** Whether the effect was there. */
  public boolean shows() {
    return status != null && status == expected;
  }

  /** Whether the service denied the effect. */
  public boolean denies() {
    return status != null && status != expected;
  }
}
