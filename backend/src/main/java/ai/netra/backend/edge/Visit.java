package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Receipt;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** One request on its way through the edge; used by the request's own thread. */
final class Visit {

  private static final String ATTRIBUTE = Visit.class.getName();

  private final Trace trace;
  private final String requestId;
  private final String address;
  private final long began;
  private final Receipt receipt = new Receipt();
  private @Nullable Route route;
  private @Nullable Caller caller;
  private @Nullable ErrorCode errorCode;

  Visit(Trace trace, String requestId, String address, long began) {
    this.trace = trace;
    this.requestId = requestId;
    this.address = address;
    this.began = began;
  }

  static Visit of(ServerWebExchange exchange) {
    Visit visit = exchange.getAttribute(ATTRIBUTE);
    if (visit == null) {
      throw new IllegalStateException("a request came past the first filter");
    }
    return visit;
  }

  void attach(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  Trace trace() {
    return trace;
  }

  String requestId() {
    return requestId;
  }

  String address() {
    return address;
  }

  Receipt receipt() {
    return receipt;
  }

  @Nullable Route route() {
    return route;
  }

  void routed(Route found) {
    route = found;
  }

  @Nullable Caller caller() {
    return caller;
  }

  void identified(Caller verified) {
    caller = verified;
  }

  void failed(ErrorCode code) {
    errorCode = code;
  }

  AccessLog.Line line(String method, int status, long now) {
    return new AccessLog.Line(
        trace,
        requestId,
        method,
        route == null ? AccessLog.NO_ROUTE : route.path(),
        status,
        now - began,
        caller == null ? null : caller.userId(),
        errorCode == null ? null : errorCode.name(),
        receipt);
  }
}
