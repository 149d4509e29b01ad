package ai.netra.auth.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the one line of a request. */
final class ReceiptLog {

  /** The route of a request that none has. */
  static final String NO_ROUTE = "unmatched";

  private static final Logger LOG = LoggerFactory.getLogger("ai.netra.auth.receipt");

  private ReceiptLog() {}

  record Line(
      Trace trace, String method, @Nullable String route, int status, double durationMillis) {}

  static void write(Line line, Receipt receipt) {
    LoggingEventBuilder event = LOG.atInfo().addKeyValue("trace_id", line.trace().traceId());
    event = member(event, "parent_id", line.trace().parentId());
    event =
        event
            .addKeyValue("request_id", line.trace().requestId())
            .addKeyValue("method", line.method())
            .addKeyValue("route", line.route() == null ? NO_ROUTE : line.route())
            .addKeyValue("status", line.status())
            .addKeyValue("duration_ms", line.durationMillis());
    event = member(event, "user_id", receipt.userId());
    event = member(event, "error_code", receipt.errorCode());
    event
        .addKeyValue(
            "stored",
            receipt.stored().stream()
                .map(
                    one ->
                        Map.of(
                            "entity", one.entity(), "id", one.id(), "operation", one.operation()))
                .toList())
        .log("request");
  }

  private static LoggingEventBuilder member(
      LoggingEventBuilder event, String key, @Nullable Object value) {
    return value == null ? event : event.addKeyValue(key, value);
  }
}
