package ai.netra.backend.edge;

import ai.netra.backend.service.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the one line of a request. */
final class AccessLog {

  /** The route of a request that fits none. */
  static final String NO_ROUTE = "unmatched";

  private static final Logger LOG = LoggerFactory.getLogger("ai.netra.backend.receipt");

  private AccessLog() {}

  /** What a request came to. */
  record Line(
      Trace trace,
      String requestId,
      String method,
      String route,
      int status,
      long nanos,
      @Nullable String userId,
      @Nullable String errorCode,
      Receipt receipt) {}

  static void write(Line line) {
    LOG.atInfo()
        .addKeyValue("trace_id", line.trace().traceId())
        .addKeyValue("parent_id", line.trace().parentId())
        .addKeyValue("request_id", line.requestId())
        .addKeyValue("method", line.method())
        .addKeyValue("route", line.route())
        .addKeyValue("status", line.status())
        .addKeyValue("duration_ms", Math.round(line.nanos() / 1_000.0) / 1_000.0)
        .addKeyValue("user_id", line.userId())
        .addKeyValue("error_code", line.errorCode())
        .addKeyValue("stored", line.receipt().stored())
        .log("request");
  }
}
