package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.Exceptions;

/** The one switch from exceptions to errors of HTTP. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String RETRY_SECONDS = "2";
  private static final String AUTH_RETRY_SECONDS = "5";

  private final String challenge;

  /**
   * @param url the public address of this service
   */
  Failures(String url) {
    this.challenge =
        "Bearer realm=\"netra\", error=\"%%s\", resource_metadata=\"%s/.well-known/oauth-protected-resource\""
            .formatted(url);
  }

  /** What an exception comes to; what is nobody's refusal is the server's fault and is logged. */
  Failure of(Throwable thrown, @Nullable Route route, String traceId) {
    return switch (Exceptions.unwrap(thrown)) {
      case Refused refused -> of(refused, route);
      case DataBufferLimitException _ ->
          of(new Refused(ErrorCode.BODY_TOO_LARGE, "body: over the size of this route"), route);
      case ServerWebInputException input ->
          of(new Refused(ErrorCode.BAD_REQUEST, "request: " + input.getReason()), route);
      case Throwable other -> fault(other, traceId);
    };
  }

  private Failure of(Refused refused, @Nullable Route route) {
    ErrorCode code = refused.code();
    return new Failure(
        status(code, route), code, refused.getMessage(), refused.details(), headers(refused));
  }

  /** Agents and tools named in a path are things that are not there; in a body, bad fields. */
  private static int status(ErrorCode code, @Nullable Route route) {
    boolean named = code == ErrorCode.AGENT_NOT_FOUND || code == ErrorCode.TOOL_NOT_FOUND;
    if (named && route != null && route.path().contains("{")) {
      return 404;
    }
    return code.status() == 0 ? 500 : code.status();
  }

  private Map<String, String> headers(Refused refused) {
    Map<String, String> headers = new LinkedHashMap<>();
    switch (refused.code()) {
      case AUTH_REQUIRED -> headers.put("WWW-Authenticate", challenge.formatted("invalid_request"));
      case AUTH_MALFORMED, AUTH_INVALID_TOKEN, AUTH_TOKEN_EXPIRED, AUTH_TOKEN_REVOKED ->
          headers.put("WWW-Authenticate", challenge.formatted("invalid_token"));
      case SERVICE_NOT_READY, SERVICE_DRAINING, STORE_UNAVAILABLE, SERVICE_BUSY ->
          headers.put("Retry-After", RETRY_SECONDS);
      case AUTH_UNAVAILABLE -> headers.put("Retry-After", AUTH_RETRY_SECONDS);
      case RATE_LIMITED, RUN_QUEUE_FULL -> headers.put("Retry-After", retryAfter(refused));
      case METHOD_NOT_ALLOWED -> headers.put("Allow", refused.details().get("allow") + "");
      case UPGRADE_REQUIRED -> {
        headers.put("Upgrade", "websocket");
        headers.put("Sec-WebSocket-Version", "13");
      }
      default -> {}
    }
    return headers;
  }

  private static String retryAfter(Refused refused) {
    return refused.details().get("retry_after_ms") instanceof Number millis
        ? Long.toString(Math.max(1, Math.ceilDiv(millis.longValue(), 1000)))
        : RETRY_SECONDS;
  }

  private static Failure fault(Throwable thrown, String traceId) {
    LOG.atError().addKeyValue("trace_id", traceId).setCause(thrown).log("request failed");
    return new Failure(
        500,
        ErrorCode.INTERNAL_ERROR,
        "the server failed on this request; its log has the trace " + traceId,
        Map.of(),
        Map.of());
  }
}
