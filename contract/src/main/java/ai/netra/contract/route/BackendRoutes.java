package ai.netra.contract.route;

import java.util.List;
import java.util.stream.Stream;

/** The routes of the backend. */
public final class BackendRoutes {

  /** Every route that is served, in the order of the document. */
  public static final List<Route> ALL =
      Stream.of(
              PageRoutes.ALL,
              ServiceRoutes.ALL,
              SocketRoutes.ALL,
              ThreadRoutes.ALL,
              RunRoutes.ALL,
              EventRoutes.ALL,
              StreamRoutes.ALL,
              UsageRoutes.ALL,
              AgentRoutes.ALL,
              ToolRoutes.ALL,
              ReportRoutes.ALL)
          .flatMap(List::stream)
          .toList();

  private BackendRoutes() {}
}
