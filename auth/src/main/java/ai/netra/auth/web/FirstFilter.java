package ai.netra.auth.web;

import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Commits;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around every request: trace and headers, the checks of {@link Admission}, the one error body, the
 * one log line. Nothing that is thrown below it reaches the container.
 */
final class FirstFilter implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger(FirstFilter.class);

  private final Admission admission;
  private final ErrorAnswers errors;
  private final SecurityHeaders headers;
  private final Cors cors;
  private final ClientAddress addresses;
  private final Ids ids;

  FirstFilter(
      Admission admission, ErrorAnswers errors, SecurityHeaders headers, Origins origins, Ids ids) {
    this.admission = admission;
    this.errors = errors;
    this.headers = headers;
    this.cors = origins.cors();
    this.addresses = origins.addresses();
    this.ids = ids;
  }

  /** Who calls from where: cross-origin rules and trusted proxies. */
  record Origins(Cors cors, ClientAddress addresses) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    serve((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    long begun = System.nanoTime();
    Trace trace =
        Trace.of(request.getHeader("traceparent"), request.getHeader("X-Request-ID"), ids);
    Receipt receipt = new Receipt();
    headers.all().forEach(response::setHeader);
    response.setHeader("X-Trace-Id", trace.traceId());
    response.setHeader("X-Request-ID", trace.requestId());
    Exchange exchange = new Exchange(request, response, trace, receipt);
    try {
      admit(exchange, chain);
    } catch (Exception | StackOverflowError thrown) {
      refuse(exchange, Refusals.of(thrown, trace));
    } finally {
      double millis = Math.round((System.nanoTime() - begun) / 1e4) / 100.0;
      ReceiptLog.write(
          new ReceiptLog.Line(
              trace, request.getMethod(), exchange.route, response.getStatus(), millis),
          receipt);
    }
  }

  private void admit(Exchange exchange, FilterChain chain) throws Exception {
    cors.expose(exchange.request, exchange.response);
    switch (admission.way(exchange.request)) {
      case Admission.Way.Options(var allowed) ->
          cors.options(exchange.request, exchange.response, allowed);
      case Admission.Way.To(Route route, String path) -> {
        exchange.route = route.path();
        admission.checkReady(route);
        Caller caller = admission.caller(exchange.request, route);
        admission.checkAccept(exchange.request, route);
        pass(exchange, call(exchange, route, path, caller), chain);
      }
    }
  }

  private Call call(Exchange exchange, Route route, String path, @Nullable Caller caller) {
    if (caller != null) {
      exchange.receipt.user(caller.subject());
    }
    return new Call(
        exchange.request,
        route,
        Routes.parameters(route, path),
        exchange.trace,
        exchange.receipt,
        caller,
        addresses.of(exchange.request));
  }

  private static void pass(Exchange exchange, Call call, FilterChain chain) throws Exception {
    exchange.request.setAttribute(Call.ATTRIBUTE, call);
    Commits.<Exception>listening(
        exchange.receipt::stored,
        () -> {
          chain.doFilter(exchange.request, exchange.response);
          return null;
        });
  }

  private void refuse(Exchange exchange, Refused refused) throws IOException {
    exchange.receipt.refused(refused.code());
    if (exchange.response.isCommitted()) {
      LOG.atWarn().addKeyValue("trace_id", exchange.trace.traceId()).log("answer cut short");
      return;
    }
    exchange.response.resetBuffer();
    String path = exchange.route == null ? "" : exchange.route;
    boolean unknown = refused.code() == ErrorCode.METHOD_NOT_ALLOWED;
    AnswerWriter.write(
        errors.answer(refused, exchange.trace, unknown ? exchange.request.getRequestURI() : path),
        exchange.response);
  }

  /** A request on its way; used by the one thread that serves it. */
  private static final class Exchange {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Trace trace;
    private final Receipt receipt;
    private @Nullable String route;

    Exchange(
        HttpServletRequest request, HttpServletResponse response, Trace trace, Receipt receipt) {
      this.request = request;
      this.response = response;
      this.trace = trace;
      this.receipt = receipt;
    }
  }
}
