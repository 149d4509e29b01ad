package ai.netra.contract.route;

import java.util.List;

/** Routes of the registry of tools. */
final class ToolRoutes {

  private static final String JSON = "application/json";

  static final List<Route> ALL =
      List.of(
          get("/api/tools", "Tools, by category"),
          get("/api/tools/{name}", "A tool with the schema of its arguments"),
          get("/api/tools/permissions/{name}", "Whether the caller may use a tool now"),
          new Route(
              "POST",
              "/api/tools/execute",
              Level.REQUIRED,
              "read",
              RateClass.DEFAULT,
              List.of(JSON),
              List.of(JSON),
              1024 * 1024,
              "Call a tool"));

  private ToolRoutes() {}

  private static Route get(String path, String summary) {
    return new Route(
        "GET",
        path,
        Level.REQUIRED,
        "read",
        RateClass.DEFAULT,
        List.of(),
        List.of(JSON),
        0,
        summary);
  }
}
