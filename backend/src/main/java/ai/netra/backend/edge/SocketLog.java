package ai.netra.backend.edge;

import ai.netra.backend.service.Receipt;
import ai.netra.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the lines of a socket: its handshake, each message, its close. */
final class SocketLog {

  private static final Logger LOG = LoggerFactory.getLogger("ai.netra.backend.receipt");
  private static final String ROUTE = "/ws";
  private static final int SWITCHING = 101;

  private SocketLog() {}

  /**
   * What a handshake came to.
   *
   * @param userId null where nobody was verified
   * @param error why it was refused, over HTTP or on the socket; null where it was not
   */
  record Answered(
      UpgradeRequest request, @Nullable String userId, int status, @Nullable ErrorCode error) {

    static Answered welcomed(UpgradeRequest request, String userId) {
      return new Answered(request, userId, SWITCHING, null);
    }

    static Answered turnedAway(UpgradeRequest request, ErrorCode error) {
      return new Answered(request, null, SWITCHING, error);
    }
  }

  static void handshake(Answered answered, long began) {
    line("handshake", answered.request().trace(), answered.userId())
        .addKeyValue("request_id", answered.request().requestId())
        .addKeyValue("method", "GET")
        .addKeyValue("route", ROUTE)
        .addKeyValue("status", answered.status())
        .addKeyValue("error_code", name(answered.error()))
        .addKeyValue("duration_ms", millis(began))
        .addKeyValue("stored", new Receipt().stored())
        .log("socket");
  }

  static void message(
      Trace trace,
      @Nullable String userId,
      @Nullable String type,
      @Nullable ErrorCode error,
      long began,
      Receipt receipt) {
    line("message", trace, userId)
        .addKeyValue("route", ROUTE)
        .addKeyValue("type", type)
        .addKeyValue("error_code", name(error))
        .addKeyValue("duration_ms", millis(began))
        .addKeyValue("stored", receipt.stored())
        .log("socket");
  }

  static void close(
      Trace trace, @Nullable String userId, int code, String reason, String side, long began) {
    line("close", trace, userId)
        .addKeyValue("route", ROUTE)
        .addKeyValue("code", code)
        .addKeyValue("reason", reason)
        .addKeyValue("side", side)
        .addKeyValue("duration_ms", millis(began))
        .addKeyValue("stored", new Receipt().stored())
        .log("socket");
  }

  private static LoggingEventBuilder line(String event, Trace trace, @Nullable String userId) {
    return LOG.atInfo()
        .addKeyValue("socket", event)
        .addKeyValue("trace_id", trace.traceId())
        .addKeyValue("parent_id", trace.parentId())
        .addKeyValue("user_id", userId);
  }

  private static @Nullable String name(@Nullable ErrorCode error) {
    return error == null ? null : error.name();
  }

  private static double millis(long began) {
    return Math.round((System.nanoTime() - began) / 1_000.0) / 1_000.0;
  }
}
