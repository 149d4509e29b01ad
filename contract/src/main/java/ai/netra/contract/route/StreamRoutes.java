package ai.netra.contract.route;

import java.util.List;

/** The streams of server-sent events. */
final class StreamRoutes {

  private static final String STREAM = "text/event-stream";
  private static final String JSON = "application/json";
  private static final long BODY_BYTES = 1024 * 1024;

  static final List<Route> ALL =
      List.of(
          get(
              "/api/events/stream",
              List.of(STREAM, JSON),
              "The caller's stream; a short body where no stream is taken"),
          get("/api/runs/{id}/stream", List.of(STREAM), "The frames of one run until its last"),
          start("/api/chat/stream", "Ask, and get the frames of the run"),
          start("/api/agents/stream", "Start an agent, and get the frames of the run"));

  private StreamRoutes() {}

  private static Route get(String path, List<String> produces, String summary) {
    return new Route(
        "GET", path, Level.REQUIRED, "read", RateClass.DEFAULT, List.of(), produces, 0, summary);
  }

  private static Route start(String path, String summary) {
    return new Route(
        "POST",
        path,
        Level.REQUIRED,
        "write",
        RateClass.RUN_START,
        List.of(JSON),
        List.of(STREAM),
        BODY_BYTES,
        summary);
  }
}
