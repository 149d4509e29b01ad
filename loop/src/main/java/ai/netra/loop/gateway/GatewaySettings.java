package ai.netra.loop.gateway;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What a gateway is given.
 *
 * @param bodyBytes so many bytes of each body are kept, after redaction
 * @param nanoTime the monotonic clock
 * @param spanIds the source of parent ids; each value but zero makes one
 */
public record GatewaySettings(
    int bodyBytes, Clock clock, LongSupplier nanoTime, LongSupplier spanIds) {

  /** What is kept of a body where the project does not say it. */
  public static final int DEFAULT_BODY_BYTES = 16 * 1024;

  private static final int MOST_BODY_BYTES = 1 << 20;

  public GatewaySettings {
    if (bodyBytes < 0 || bodyBytes > MOST_BODY_BYTES) {
      throw new IllegalArgumentException(
          "gateway.body: 0 to " + MOST_BODY_BYTES + " bytes, got " + bodyBytes);
    }
  }
}
