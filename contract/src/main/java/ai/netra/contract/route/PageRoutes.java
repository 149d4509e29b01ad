package ai.netra.contract.route;

import java.util.List;

/** The page for people, which signs in and talks to the other routes. */
final class PageRoutes {

  private static final List<String> HTML = List.of("text/html");
  private static final List<String> PARTS = List.of("text/javascript", "text/css");

  static final List<Route> ALL =
      List.of(
          route("/", HTML, "The chat page"),
          route("/callback", HTML, "The same page, where a sign-in comes back to"),
          route("/assets/{name}", PARTS, "A part of the page"));

  private PageRoutes() {}

  private static Route route(String path, List<String> produces, String summary) {
    return new Route(
        "GET", path, Level.PUBLIC, null, RateClass.DEFAULT, List.of(), produces, 0, summary);
  }
}
