package ai.netra.contract.route;

import java.util.List;

/** Routes of the registry of agents. */
final class AgentRoutes {

  static final List<Route> ALL =
      List.of(
          get("/api/agents", Level.OPTIONAL, "Agents"),
          get("/api/agents/discovery", Level.PUBLIC, "Agents with the schemas of what goes in"),
          get("/api/agents/config", Level.PUBLIC, "Limits, dependencies and tools of all agents"),
          get("/api/agents/{name}", Level.PUBLIC, "An agent"),
          get("/api/agents/{name}/config", Level.PUBLIC, "Limits and tools of an agent"));

  private AgentRoutes() {}

  private static Route get(String path, Level level, String summary) {
    return new Route(
        "GET",
        path,
        level,
        level == Level.PUBLIC ? null : "read",
        RateClass.DEFAULT,
        List.of(),
        List.of("application/json"),
        0,
        summary);
  }
}
