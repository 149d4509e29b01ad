package ai.netra.contract.route;

import java.util.List;

/** The backend's health, discovery and description; none looks at credentials. */
final class ServiceRoutes {

  private static final List<String> JSON = List.of("application/json");

  static final List<Route> ALL =
      List.of(
          health("/health", "The service's state, without asking anything"),
          health("/health/live", "Whether the process answers"),
          health("/health/ready", "Whether requests are served, with each check"),
          health("/health/startup", "The phases of the start with their times"),
          health("/api/health", "The same as /health/ready"),
          open("/version", "The build that runs"),
          open("/openapi.json", "This document"),
          open("/api/config", "What a client needs to know"),
          open("/api/discovery/services", "Where the services are"),
          open("/api/discovery/services/{name}", "Where one service is"),
          open("/.well-known/oauth-protected-resource", "Who issues the tokens for this service"));

  private ServiceRoutes() {}

  private static Route health(String path, String summary) {
    return route(path, RateClass.EXEMPT, summary);
  }

  private static Route open(String path, String summary) {
    return route(path, RateClass.DEFAULT, summary);
  }

  private static Route route(String path, RateClass rate, String summary) {
    return new Route("GET", path, Level.PUBLIC, null, rate, List.of(), JSON, 0, summary);
  }
}
