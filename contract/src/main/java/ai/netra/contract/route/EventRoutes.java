package ai.netra.contract.route;

import static ai.netra.contract.route.ApiRoute.get;

import java.util.List;

/** Routes of the event log. */
final class EventRoutes {

  static final List<Route> ALL =
      List.of(get("/api/events", "Stored frames after a cursor, waiting for more where asked"));

  private EventRoutes() {}
}
