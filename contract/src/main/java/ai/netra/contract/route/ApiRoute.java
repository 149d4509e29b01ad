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

  /** A POST that starts a run by a body, counted with the socket's starts. */
  static Route start(String path, String summary) {
    return route("POST", path, "write", JSON, RateClass.RUN_START, summary);
  }

  /** A POST that starts a run and reads no body, counted with the socket's starts. */
  static Route startAgain(String path, String summary) {
    return route("POST", path, "write", List.of(), RateClass.RUN_START, summary);
  }

  private static Route route(
      String method, String path, String right, List<String> consumes, String summary) {
    return route(method, path, right, consumes, RateClass.DEFAULT, summary);
  }

  private static Route route(
      String method,
      String path,
      String right,
      List<String> consumes,
      RateClass rate,
      String summary) {
    return new Route(
        method,
        path,
        Level.REQUIRED,
        right,
        rate,
        consumes,
        JSON,
        consumes.isEmpty() ? 0 : BODY_BYTES,
        summary);
  }
}
