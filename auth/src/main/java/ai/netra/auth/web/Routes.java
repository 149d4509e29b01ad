package ai.netra.auth.web;

import ai.netra.contract.route.Route;
import ai.netra.contract.route.RouteTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routes that this instance serves. */
public record Routes(List<Route> served) {

  public Routes {
    served = List.copyOf(served);
  }

  RouteTable table() {
    return new RouteTable(served);
  }

  /** The values of a route's parameters in a decoded path that matches it. */
  static Map<String, String> parameters(Route route, String path) {
    String[] template = route.path().split("/", -1);
    String[] values = path.split("/", -1);
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        parameters.put(template[i].substring(1, template[i].length() - 1), values[i]);
      }
    }
    return parameters;
  }
}
