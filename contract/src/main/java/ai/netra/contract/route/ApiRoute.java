package ai.netra.contract.route;

import java.util.List;

/** Routes that speak JSON and need a token with {@code read} or {@code write}. */
final class ApiRoute {

  private static final List<String> JSON = List.of("application/json");

  /** The size of bodies unless the deployment says otherwise, in bytes. */
  private static final long BODY_BYTES = 1024 * 1024;

  private ApiRoute() {}

  static Route get(String path, String summary) {
    return route("GET", path, "read", List.of(), summary);
  }

  /** A route that changes something and reads no body. */
  static Route act(String method, String path, String summary) {
    return route(method, path, "write", List.of(), summary);
  }

  /** A route that changes something by a body. */
  static Route change(String method, String path, String summary) {
    return route(method, path, "write", JSON, summary);
  }

  private static Route route(
      String method, String path, String right, List<String> consumes, String summary) {
    return new Route(
        method,
        path,
        Level.REQUIRED,
        right,
        RateClass.DEFAULT,
        consumes,
        JSON,
        consumes.isEmpty() ? 0 : BODY_BYTES,
        summary);
  }
}
