package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.ServiceState;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plan.Rate;
import ai.netra.contract.route.Level;
import ai.netra.contract.route.Route;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Readiness, credentials, right and rate of a request, in this order. */
final class Admission {

  private static final int ANONYMOUS_BURST_DIVISOR = 4;

  private final Lifecycle lifecycle;
  private final Credentials credentials;
  private final Buckets buckets;
  private final Plan plan;
  private final Rate anonymous;
  private final Clock clock;

  Admission(
      Lifecycle lifecycle,
      Credentials credentials,
      Buckets buckets,
      Plan plan,
      Limits limits,
      Clock clock) {
    this.clock = clock;
    this.lifecycle = lifecycle;
    this.credentials = credentials;
    this.buckets = buckets;
    this.plan = plan;
    int perMinute = limits.anonymousRequestsPerMinute();
    this.anonymous = new Rate(perMinute, Math.max(1, perMinute / ANONYMOUS_BURST_DIVISOR));
  }

  /** Lets a request pass, or throws what refuses it. */
  void admit(ServerWebExchange exchange, Visit visit, Route route) {
    if (route.level() != Level.PUBLIC) {
      requireReady();
      identify(exchange, visit, route);
      requireRight(visit, route);
    }
    takeRates(exchange, visit, route);
  }

  private void takeRates(ServerWebExchange exchange, Visit visit, Route route) {
    switch (route.rate()) {
      case EXEMPT, OWN -> {}
      case DEFAULT -> take(exchange, visit, true);
      case RUN_START -> {
        take(exchange, visit, true);
        takeRunStart(visit);
      }
    }
  }

  private void takeRunStart(Visit visit) {
    Caller caller = visit.caller();
    if (caller == null) {
      return;
    }
    Rate rate = plan.runStarts();
    Buckets.Taken taken = buckets.take(Buckets.Kind.RUN_STARTS, caller.user().value() + "", rate);
    if (!taken.allowed()) {
      throw Rates.refused("run starts", rate, 60, taken);
    }
  }

  /** Refuses before {@code Ready} and while draining. */
  void requireReady() {
    switch (lifecycle.state()) {
      case ServiceState.Ready() -> {}
      case ServiceState.Draining() ->
          throw new Refused(ErrorCode.SERVICE_DRAINING, "service: ready is expected, it drains");
      case ServiceState.Starting(), ServiceState.Migrating(), ServiceState.Warming() ->
          throw new Refused(ErrorCode.SERVICE_NOT_READY, "service: ready is expected, it starts");
    }
  }

  private void identify(ServerWebExchange exchange, Visit visit, Route route) {
    List<String> lines = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (route.level() == Level.OPTIONAL && lines.isEmpty()) {
      return;
    }
    try {
      visit.identified(credentials.ofHeaders(lines, visit.address(), visit.trace().traceId()));
    } catch (Refused e) {
      take(exchange, visit, false);
      throw e;
    }
  }

  private static void requireRight(Visit visit, Route route) {
    Caller caller = visit.caller();
    String right = route.right();
    if (caller != null && right != null && !caller.may(right)) {
      throw new Refused(
          ErrorCode.PERMISSION_DENIED,
          "permission: %s is needed, the token lacks it".formatted(right),
          Map.of("needs", right));
    }
  }

  private void take(ServerWebExchange exchange, Visit visit, boolean enforced) {
    Caller caller = visit.caller();
    Rate rate = caller == null ? anonymous : plan.requests();
    Buckets.Taken taken =
        caller == null
            ? buckets.take(Buckets.Kind.ADDRESS, visit.address(), rate)
            : buckets.take(Buckets.Kind.REQUESTS, caller.user().value() + "", rate);
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("X-RateLimit-Limit", taken.limit() + "");
    headers.set("X-RateLimit-Remaining", taken.remaining() + "");
    headers.set("X-RateLimit-Reset", Rates.resetSeconds(clock.instant(), taken) + "");
    if (enforced && !taken.allowed()) {
      throw Rates.refused("requests", rate, 60, taken);
    }
  }
}
