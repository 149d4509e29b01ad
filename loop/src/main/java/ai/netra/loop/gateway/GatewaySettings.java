package ai.netra.loop.gateway;

import ai.netra.loop.record.TestKey;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a gateway is given.
 *
 * @param bodyBytes so many bytes of each body are kept, after redaction
 * @param nanoTime the monotonic clock
 * @param spanIds the source of parent ids; each value but zero makes one
 * @param afterWrite gets each successful write of an undisturbed attempt before its client has the
 *     whole answer; the client waits for it
 * @param lastExchange the highest id of an exchange so far; 0 in a run that begins
 */
public record GatewaySettings(
    int bodyBytes,
    Clock clock,
    LongSupplier nanoTime,
    LongSupplier spanIds,
    Consumer<Write> afterWrite,
    long lastExchange) {

  /** What is kept of a body where the project does not say it. */
  public static final int DEFAULT_BODY_BYTES = 16 * 1024;

  private static final int MOST_BODY_BYTES = 1 << 20;

  /** Nobody is told of writes. */
  public GatewaySettings(int bodyBytes, Clock clock, LongSupplier nanoTime, LongSupplier spanIds) {
    this(bodyBytes, clock, nanoTime, spanIds, _ -> {}, 0);
  }

  /** The same, telling of writes. */
  public GatewaySettings telling(Consumer<Write> listener) {
    return new GatewaySettings(bodyBytes, clock, nanoTime, spanIds, listener, lastExchange);
  }

  /** The same, numbering exchanges after this id. */
  public GatewaySettings after(long exchange) {
    return new GatewaySettings(bodyBytes, clock, nanoTime, spanIds, afterWrite, exchange);
  }

  /**
   * A write that the service answered with success.
   *
   * @param exchange the id of its exchange
   * @param port where the service listens on this machine
   * @param head the lines of the request's head; they may hold credentials
   * @param answer the beginning of the answer's body, as much as is kept
   */
  public record Write(
      TestKey key,
      long exchange,
      String service,
      int port,
      String method,
      String path,
      List<String> head,
      String answer) {

    @Override
    public String toString() {
      return "write %d of %s: %s %s".formatted(exchange, service, method, path);
    }
  }

  public GatewaySettings {
    if (bodyBytes < 0 || bodyBytes > MOST_BODY_BYTES) {
      throw new IllegalArgumentException(
          "gateway.body: 0 to " + MOST_BODY_BYTES + " bytes, got " + bodyBytes);
    }
  }
}
