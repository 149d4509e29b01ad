package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** OPTIONS of a path that is there, and preflights of the origins that are allowed. */
final class Cors {

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept, Idempotency-Key, X-Request-ID, traceparent,"
          + " tracestate, Last-Event-ID, X-Netra-Legacy, Mcp-Session-Id, MCP-Protocol-Version";
  private static final long MAX_AGE_SECONDS = 3600;

  private final StandardHeaders standardHeaders;

  Cors(StandardHeaders standardHeaders) {
    this.standardHeaders = standardHeaders;
  }

  void options(ServerHttpRequest request, ServerHttpResponse response, List<String> allowed) {
    String origin = request.getHeaders().getOrigin();
    boolean preflight = request.getHeaders().getAccessControlRequestMethod() != null;
    if (preflight && origin != null && !standardHeaders.allows(origin)) {
      throw new Refused(
          ErrorCode.ORIGIN_NOT_ALLOWED, "origin: one of the configured is expected, got " + origin);
    }
    HttpHeaders headers = response.getHeaders();
    headers.set(HttpHeaders.ALLOW, String.join(", ", allowed));
    if (preflight && origin != null) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
      headers.setAccessControlMaxAge(MAX_AGE_SECONDS);
    }
    response.setStatusCode(HttpStatus.NO_CONTENT);
  }
}
