package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PathTemplate;
import java.util.Set;

/** Whether a route, as a service names it, is that of a path. */
final class Route {

  /** Where no route fits, services use names of their own. */
  private static final Set<Integer> WITHOUT_ROUTE = Set.of(400, 404, 405, 414, 431);

  private Route() {}

  static boolean fits(String named, Exchange exchange) {
    String template = template(named);
    Integer status = exchange.status();
    if (new PathTemplate(template).places(exchange.path()).isPresent()) {
      return true;
    }
    return status != null && WITHOUT_ROUTE.contains(status) && isNoRoute(template);
  }

  /** Without a method before it. */
  private static String template(String named) {
    int blank = named.indexOf(' ');
    return named.startsWith("/") || blank < 0 ? named : named.substring(blank + 1);
  }

  /** A name that is no path, or a single place: what services call "no route". */
  private static boolean isNoRoute(String template) {
    return !template.startsWith("/") || PathTemplate.isPlace(template.substring(1));
  }
}
