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
              List.of("application/json", "text/markdown", "text/html", "application/zip"),
              0,
              "A report as a file: json, md, csv (a zip of tables) or html"),
          act("POST", "/api/reports/{id}/share", "A link that opens the report for 7 days"),
          act("DELETE", "/api/reports/{id}/share", "End the report's link"),
          new Route(
              "GET",
              "/shared/reports/{token}",
              Level.PUBLIC,
              null,
              RateClass.DEFAULT,
              List.of(),
              List.of("text/html"),
              0,
              "A report as a page, for who has its link"),
          act("DELETE", "/api/reports/{id}", "Delete a report"));

  private ReportRoutes() {}
}
