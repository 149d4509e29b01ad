package ai.netra.contract.route;

import static ai.netra.contract.route.ApiRoute.change;
import static ai.netra.contract.route.ApiRoute.get;
import static ai.netra.contract.route.ApiRoute.start;
import static ai.netra.contract.route.ApiRoute.startAgain;

import java.util.List;

/** Routes of runs, and of agents that are asked to run. */
final class RunRoutes {

  static final List<Route> ALL =
      List.of(
          start("/api/runs", "Start a run"),
          get("/api/runs", "Runs, newest first"),
          get("/api/runs/{id}", "A run with its answer"),
          get("/api/runs/{id}/events", "Frames of a run after a number"),
          change("POST", "/api/runs/{id}/cancel", "Stop a run"),
          startAgain("/api/runs/{id}/retry", "Start a new run of the same message"),
          change("PUT", "/api/runs/{id}/feedback", "Say what a finished run was worth"),
          start("/api/agents/execute", "Ask an agent and wait for its answer"),
          start("/api/agents/start", "Ask an agent"),
          change("POST", "/api/agents/stop", "Stop a run"),
          get("/api/agents/status", "Unfinished runs"),
          start("/api/agents/{name}", "Ask this agent and wait for its answer"));

  private RunRoutes() {}
}
