package ai.netra.contract.route;

import static ai.netra.contract.route.ApiRoute.act;
import static ai.netra.contract.route.ApiRoute.get;

import java.util.List;

/** Routes of reports. */
final class ReportRoutes {

  static final List<Route> ALL =
      List.of(
          get("/api/reports", "Reports, newest first, without their sections"),
          get("/api/reports/{id}", "A report"),
          new Route(
              "GET",
              "/api/reports/{id}/export",
              Level.REQUIRED,
              "read",
              RateClass.DEFAULT,
              List.of(),
              List.of("application/json", "text/markdown", "text/html"),
              0,
              "A report as a file: json, md or html"),
          act("DELETE", "/api/reports/{id}", "Delete a report"));

  private ReportRoutes() {}
}
