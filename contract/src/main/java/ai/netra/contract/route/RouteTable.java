package ai.netra.contract.route;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the route of a request among those of one service; literal segments win over parameters.
 */
public final class RouteTable {

  /** What a method and a path come to. */
  public sealed interface Match {

    /** A route is there. */
    record Found(Route route) implements Match {}

    /** The path is there, with other methods: the value of {@code Allow}, in alphabetical order. */
    record OtherMethods(List<String> allowed) implements Match {}

    /** OPTIONS of a path that is there. */
    record Options(List<String> allowed) implements Match {}

    /** No route has the path. */
    record Unknown() implements Match {}
  }

  private record Entry(Route route, List<String> segments) {}

  private final List<Entry> entries;

  /** A table of these routes; the order does not matter. */
  public RouteTable(List<Route> routes) {
    this.entries = routes.stream().map(route -> new Entry(route, split(route.path()))).toList();
  }

  public List<Route> routes() {
    return entries.stream().map(Entry::route).toList();
  }

  /** Matches a decoded path without query; a trailing slash is the caller's matter. */
  public Match match(String method, String path) {
    List<Entry> candidates = best(split(path));
    if (candidates.isEmpty()) {
      return new Match.Unknown();
    }
    if (method.equals("OPTIONS")) {
      return new Match.Options(allowed(candidates));
    }
    String wanted = method.equals("HEAD") ? "GET" : method;
    return candidates.stream()
        .map(Entry::route)
        .filter(route -> route.method().equals(wanted))
        .<Match>map(Match.Found::new)
        .findFirst()
        .orElseGet(() -> new Match.OtherMethods(allowed(candidates)));
  }

  private List<Entry> best(List<String> path) {
    List<Entry> best = new ArrayList<>();
    int bestLiterals = -1;
    for (Entry entry : entries) {
      int literals = literals(entry.segments(), path);
      if (literals > bestLiterals) {
        best.clear();
        bestLiterals = literals;
      }
      if (literals >= 0 && literals == bestLiterals) {
        best.add(entry);
      }
    }
    return best;
  }

  /** The number of literal segments, or −1 where the path does not fit. */
  private static int literals(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return -1;
    }
    int literals = 0;
    for (int i = 0; i < template.size(); i++) {
      if (template.get(i).equals(path.get(i))) {
        literals++;
      } else if (!template.get(i).startsWith("{") || path.get(i).isEmpty()) {
        return -1;
      }
    }
    return literals;
  }

  private static List<String> allowed(List<Entry> candidates) {
    TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
    for (Entry entry : candidates) {
      methods.add(entry.route().method());
      if (entry.route().method().equals("GET")) {
        methods.add("HEAD");
      }
    }
    return List.copyOf(methods);
  }

  private static List<String> split(String path) {
    return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of(path);
  }
}
