package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;

/** Cross-origin rules: exact origins, no credentials mode. */
final class Cors {

  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept, X-Request-ID, traceparent, tracestate";
  private static final String EXPOSED =
      "X-Request-ID, X-Trace-Id, X-Netra-Revision, Retry-After, Location";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /** Adds the headers that let a page of a listed origin read the answer. */
  void expose(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    if (origin != null && origins.contains(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  /** Answers OPTIONS of a path that is there. */
  void options(HttpServletRequest request, HttpServletResponse response, List<String> allowed) {
    String origin = request.getHeader("Origin");
    boolean preflight = request.getHeader("Access-Control-Request-Method") != null;
    if (preflight && origin != null && !origins.contains(origin)) {
      throw new Refused(ErrorCode.ORIGIN_NOT_ALLOWED, "Origin: one of the list, got another");
    }
    String methods = String.join(", ", allowed);
    response.setHeader("Allow", methods);
    if (preflight && origin != null) {
      response.setHeader("Access-Control-Allow-Methods", methods);
      response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
      response.setHeader("Access-Control-Max-Age", "3600");
    }
    response.setStatus(204);
  }
}
