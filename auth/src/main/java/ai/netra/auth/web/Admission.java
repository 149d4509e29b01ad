package ai.netra.auth.web;

import ai.netra.auth.service.Lifecycle;
import ai.netra.auth.service.ServiceState;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Level;
import ai.netra.contract.route.Route;
import ai.netra.contract.route.RouteTable;
import ai.netra.contract.route.RouteTable.Match;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a request may come in: path and method, readiness, credentials, right, media. */
final class Admission {

  /** Served in every state: they tell the state, or need nothing that a start makes. */
  private static final Set<String> ALWAYS =
      Set.of(
          "/health",
          "/health/live",
          "/health/ready",
          "/health/startup",
          "/auth/health",
          "/auth/status",
          "/version",
          "/openapi.json");

  private static final Duration START = Duration.ofSeconds(1);

  private final RouteTable table;
  private final Lifecycle lifecycle;
  private final Credentials credentials;

  Admission(Routes routes, Lifecycle lifecycle, Credentials credentials) {
    this.table = routes.table();
    this.lifecycle = lifecycle;
    this.credentials = credentials;
  }

  /** What the table says about a request. */
  sealed interface Way {
    record To(Route route, String path) implements Way {}

    record Options(List<String> allowed) implements Way {}
  }

  Way way(HttpServletRequest request) {
    String path = RequestPath.decoded(request.getRequestURI());
    return switch (table.match(request.getMethod(), path)) {
      case Match.Found(Route route) -> new Way.To(route, path);
      case Match.Options(List<String> allowed) -> new Way.Options(allowed);
      case Match.OtherMethods(List<String> allowed) ->
          throw new Refused(
                  ErrorCode.METHOD_NOT_ALLOWED,
                  "method: one of %s, got %s".formatted(allowed, method(request)))
              .with("Allow", String.join(", ", allowed));
      case Match.Unknown() ->
          throw new Refused(
              ErrorCode.NOT_FOUND,
              "path: no route has it",
              Map.of("resource", TextRules.shown(path)));
    };
  }

  private static String method(HttpServletRequest request) {
    return TextRules.shown(request.getMethod());
  }

  void checkReady(Route route) {
    if (ALWAYS.contains(route.path())) {
      return;
    }
    switch (lifecycle.state()) {
      case ServiceState.Ready() -> {}
      case ServiceState.Draining() ->
          throw Refused.until(ErrorCode.SERVICE_DRAINING, "service: it is shutting down", START);
      case ServiceState.Starting(), ServiceState.Migrating(), ServiceState.Warming() ->
          throw Refused.until(ErrorCode.SERVICE_NOT_READY, "service: it is starting", START);
    }
  }

  /** The caller that the route asks for; null where it asks for none. */
  @Nullable Caller caller(HttpServletRequest request, Route route) {
    if (route.level() != Level.PUBLIC) {
      requireOneCredential(request);
    }
    return switch (route.level()) {
      case PUBLIC -> null;
      case OPTIONAL ->
          Bearer.of(request).map(token -> verified(credentials.user(token))).orElse(null);
      case REQUIRED, ADMIN -> allowed(verified(credentials.user(token(request))), route);
      case SERVICE -> allowed(verified(credentials.service(token(request))), route);
    };
  }

  private static void requireOneCredential(HttpServletRequest request) {
    int lines = Collections.list(request.getHeaders("Authorization")).size();
    if (lines > 1) {
      throw new Refused(
          ErrorCode.AUTH_MALFORMED, "Authorization: one header line, got %d".formatted(lines));
    }
  }

  private static String token(HttpServletRequest request) {
    return Bearer.of(request)
        .filter(token -> !token.isEmpty())
        .orElseThrow(
            () ->
                new Refused(ErrorCode.AUTH_REQUIRED, "Authorization: a Bearer token, got nothing"));
  }

  private static Caller verified(TokenOutcome outcome) {
    return switch (outcome) {
      case TokenOutcome.Verified(Caller caller) -> caller;
      case TokenOutcome.Invalid(ErrorCode code, String reason) -> throw new Refused(code, reason);
    };
  }

  private static Caller allowed(Caller caller, Route route) {
    String right = route.right();
    if (right != null && !caller.permissions().contains(right)) {
      throw new Refused(
          ErrorCode.PERMISSION_DENIED,
          "token: the right %s, which it lacks".formatted(right),
          Map.of("needs", right));
    }
    return caller;
  }

  void checkAccept(HttpServletRequest request, Route route) {
    if (!MediaRanges.accepts(request.getHeader("Accept"), route.produces())) {
      throw new Refused(ErrorCode.NOT_ACCEPTABLE, "Accept: one of %s".formatted(route.produces()));
    }
  }
}
