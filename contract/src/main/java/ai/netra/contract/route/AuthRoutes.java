package ai.netra.contract.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of the auth service. */
public final class AuthRoutes {

  /** Paths that exist only where a key for test identities is set. */
  public static final String E2E = "/auth/e2e/";

  /** The endpoint that the authorization server's library serves. */
  public static final String TOKEN = "POST /oauth2/token";

  private static final long BODY_BYTES = 64 * 1024;
  private static final List<String> JSON = List.of("application/json");

  /** Every route that is served, in the order of the document. */
  public static final List<Route> ALL =
      List.of(
          health("/health", "The service's state, without asking anything"),
          health("/health/live", "Whether the process answers"),
          health("/health/ready", "Whether requests are served, with each check"),
          health("/health/startup", "The phases of the start with their times"),
          health("/auth/health", "The same as /health"),
          health("/auth/status", "The same as /health"),
          open("GET", "/version", "The build that runs"));

  private AuthRoutes() {}

  private static Route health(String path, String summary) {
    return route("GET", path, Level.PUBLIC, null, RateClass.EXEMPT, summary);
  }

  private static Route open(String method, String path, String summary) {
    return route(method, path, Level.PUBLIC, null, RateClass.OWN, summary);
  }

  private static Route route(
      String method,
      String path,
      Level level,
      @Nullable String right,
      RateClass rate,
      String summary) {
    boolean body = method.equals("POST") || method.equals("PATCH");
    List<String> consumes = body ? JSON : List.of();
    return new Route(
        method, path, level, right, rate, consumes, JSON, body ? BODY_BYTES : 0, summary);
  }
}
