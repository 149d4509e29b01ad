package ai.netra.contract.route;

import java.util.List;

/** The routes of the auth service. */
public final class AuthRoutes {

  /** Every route that is served, in the order of the document. */
  public static final List<Route> ALL = List.of();

  private AuthRoutes() {}
}
