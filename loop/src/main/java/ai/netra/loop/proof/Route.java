package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whether a route, as a service names it, is that of a path. */
final class Route {

  /** Where no route fits, services use names of their own. */
  private static final Set<Integer> WITHOUT_ROUTE = Set.of(400, 404, 405, 414, 431);

  private Route() {}

  /** Compares segment by segment; {@code {name}} stands for one, {@code {*name}} for the rest. */
  static boolean fits(String named, Exchange exchange) {
    String template = template(named);
    Integer status = exchange.status();
    if (fits(segments(template), segments(Exchanges.path(exchange)))) {
      return true;
    }
    return status != null && WITHOUT_ROUTE.contains(status) && isNoRoute(template);
  }

  /** Without a method before it. */
  private static String template(String named) {
    int blank = named.indexOf(' ');
    return named.startsWith("/") || blank < 0 ? named : named.substring(blank + 1);
  }

  private static String[] segments(String path) {
    return path.replaceAll("^/|/$", "").split("/", -1);
  }

  private static boolean fits(String[] template, String[] path) {
    for (int i = 0; i < template.length; i++) {
      if (isRest(template[i])) {
        return true;
      }
      if (i >= path.length || !fits(template[i], path[i])) {
        return false;
      }
    }
    return template.length == path.length;
  }

  private static boolean isRest(String segment) {
    return segment.equals("**") || segment.startsWith("{*");
  }

  private static boolean fits(String template, String segment) {
    return isVariable(template) || template.equals(decoded(segment));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a broken escape stays what it is: only a variable fits it
      return segment;
    }
  }

  /** A name that is no path, or a single variable: what services call "no route". */
  private static boolean isNoRoute(String template) {
    return !template.startsWith("/") || isVariable(template.substring(1));
  }
}
