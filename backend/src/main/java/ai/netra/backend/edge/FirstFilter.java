package ai.netra.backend.edge;

import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.route.Route;
import ai.netra.contract.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The path of every request: one virtual thread takes it through the checks in the order of the
 * contract, then through its controller, and writes its one line.
 */
final class FirstFilter implements WebFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FirstFilter.class);

  private final RouteTable routes;
  private final LegacyRoutes legacy;
  private final Traces traces;
  private final ClientAddress addresses;
  private final StandardHeaders standardHeaders;
  private final Cors cors;
  private final Admission admission;
  private final BodyReader bodies;
  private final IdempotentCalls idempotentCalls;
  private final Failures failures;
  private final ErrorBodies errorBodies;
  private final RequestDeadlines deadlines;
  private final ExecutorService threads;

  FirstFilter(EdgeParts parts) {
    this.routes = parts.routes();
    this.legacy = parts.legacy();
    this.traces = parts.traces();
    this.addresses = parts.addresses();
    this.standardHeaders = parts.standardHeaders();
    this.cors = new Cors(parts.standardHeaders());
    this.admission = parts.admission();
    this.bodies = parts.bodies();
    this.idempotentCalls = parts.idempotentCalls();
    this.failures = parts.failures();
    this.errorBodies = parts.errorBodies();
    this.deadlines = parts.deadlines();
    this.threads = parts.threads();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.create(
        sink ->
            threads.execute(
                () -> {
                  try {
                    serve(exchange, chain);
                    sink.success();
                  } catch (RuntimeException | Error e) {
                    sink.error(e);
                  }
                }));
  }

  private void serve(ServerWebExchange exchange, WebFilterChain chain) {
    Visit visit = arrive(exchange);
    visit.attach(exchange);
    try {
      ScopedValue.where(Receipts.CURRENT, visit.receipt())
          .run(() -> answer(exchange, chain, visit));
    } catch (RuntimeException e) {
      refuse(exchange, visit, failures.of(e, visit.route(), visit.trace().traceId()));
    } finally {
      HttpStatusCode status = exchange.getResponse().getStatusCode();
      AccessLog.write(
          visit.line(
              exchange.getRequest().getMethod().name(),
              status == null ? HttpStatusCode.valueOf(200).value() : status.value(),
              System.nanoTime()));
    }
  }

  private Visit arrive(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders headers = request.getHeaders();
    Visit visit =
        new Visit(
            traces.of(headers.getFirst("traceparent")),
            traces.requestId(headers.getFirst("X-Request-ID")),
            addresses.of(request.getRemoteAddress(), headers.getFirst("X-Forwarded-For")),
            System.nanoTime());
    standardHeaders.each(
        request.getURI().getRawPath(),
        headers.getOrigin(),
        visit.trace().traceId(),
        visit.requestId(),
        exchange.getResponse().getHeaders()::set);
    return visit;
  }

  private void answer(ServerWebExchange exchange, WebFilterChain chain, Visit visit) {
    ServerHttpRequest request = exchange.getRequest();
    String path = legacy.canonical(RequestPath.decoded(request.getURI().getRawPath()));
    String method = legacy.canonicalMethod(request.getMethod().name(), path);
    switch (routes.match(method, path)) {
      case RouteTable.Match.Unknown() -> throw unknown(path);
      case RouteTable.Match.OtherMethods(List<String> allowed) ->
          throw otherMethods(method, allowed);
      case RouteTable.Match.Options(List<String> allowed) -> {
        visit.routed(routeOf(path, allowed));
        cors.options(request, exchange.getResponse(), allowed);
        exchange.getResponse().setComplete().block();
      }
      case RouteTable.Match.Found(Route route) -> {
        visit.routed(route);
        ServerWebExchange canonical = rewritten(exchange, method, path);
        deadlines.within(
            route, visit.trace().traceId(), () -> pass(canonical, chain, visit, route));
      }
    }
  }

  private void pass(ServerWebExchange exchange, WebFilterChain chain, Visit visit, Route route) {
    admission.admit(exchange, visit, route);
    bodies.read(exchange, route);
    idempotentCalls.through(exchange, chain, visit);
  }

  /** The same request under its canonical method and path, without a trailing slash. */
  private static ServerWebExchange rewritten(
      ServerWebExchange exchange, String method, String path) {
    ServerHttpRequest request = exchange.getRequest();
    String raw = RequestPath.encoded(path);
    boolean same =
        request.getURI().getRawPath().equals(raw) && request.getMethod().name().equals(method);
    if (same) {
      return exchange;
    }
    return exchange
        .mutate()
        .request(builder -> builder.path(raw).method(HttpMethod.valueOf(method)))
        .build();
  }

  private Route routeOf(String path, List<String> allowed) {
    return allowed.stream()
        .filter(method -> !method.equals("OPTIONS"))
        .map(method -> routes.match(method, path))
        .filter(RouteTable.Match.Found.class::isInstance)
        .map(match -> ((RouteTable.Match.Found) match).route())
        .findFirst()
        .orElseThrow();
  }

  private static Refused unknown(String path) {
    return new Refused(
        ErrorCode.NOT_FOUND,
        "path: no route has " + Violation.cut(path),
        Map.of("resource", "path"));
  }

  private static Refused otherMethods(String method, List<String> allowed) {
    return new Refused(
        ErrorCode.METHOD_NOT_ALLOWED,
        "method: one of %s is expected, got %s".formatted(allowed, Violation.cut(method)),
        Map.of("allow", String.join(", ", allowed)));
  }

  private void refuse(ServerWebExchange exchange, Visit visit, Failure failure) {
    visit.failed(failure.code());
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      LOG.atWarn()
          .addKeyValue("trace_id", visit.trace().traceId())
          .addKeyValue("error_code", failure.code())
          .log("an answer broke off");
      return;
    }
    response.setRawStatusCode(failure.status());
    HttpHeaders headers = response.getHeaders();
    headers.remove(HttpHeaders.CONTENT_LENGTH);
    failure.headers().forEach(headers::set);
    headers.setContentType(MediaType.APPLICATION_JSON);
    byte[] body = errorBodies.of(failure, visit.trace().traceId(), visit.requestId());
    headers.setContentLength(body.length);
    DataBuffer buffer = response.bufferFactory().wrap(body);
    send(response, buffer, visit);
  }

  private static void send(ServerHttpResponse response, DataBuffer buffer, Visit visit) {
    try {
      response.writeWith(Mono.just(buffer)).block();
    } catch (RuntimeException e) {
      LOG.atInfo()
          .addKeyValue("trace_id", visit.trace().traceId())
          .addKeyValue("reason", e.toString())
          .log("the client left before its answer");
    }
  }
}
