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

  static void handshake(Trace trace, String requestId, @Nullable String userId, long began) {
    line("handshake", trace, userId)
        .addKeyValue("request_id", requestId)
        .addKeyValue("method", "GET")
        .addKeyValue("route", ROUTE)
        .addKeyValue("status", SWITCHING)
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
        .addKeyValue("error_code", error == null ? null : error.name())
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

  private static double millis(long began) {
    return Math.round((System.nanoTime() - began) / 1_000.0) / 1_000.0;
  }
}
