package ai.netra.contract.route;

import java.util.List;

/** What stands beside the socket; the upgrade itself is described by the socket's own document. */
final class SocketRoutes {

  private static final List<String> JSON = List.of("application/json");

  static final List<Route> ALL =
      List.of(
          route("/ws", RateClass.DEFAULT, "Without an upgrade: 426, since this is the socket"),
          route("/ws/config", RateClass.DEFAULT, "How to open a socket, and the limits that hold"),
          route("/ws/health", RateClass.EXEMPT, "The service's state with its sockets"));

  private SocketRoutes() {}

  private static Route route(String path, RateClass rate, String summary) {
    return new Route("GET", path, Level.PUBLIC, null, rate, List.of(), JSON, 0, summary);
  }
}
