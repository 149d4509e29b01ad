package ai.netra.contract.route;

import java.util.List;

/** The routes of the backend. */
public final class BackendRoutes {

  /** Every route that is served, in the order of the document. */
  public static final List<Route> ALL = List.of();

  private BackendRoutes() {}
}
