package ai.netra.auth.web;

import java.util.List;

/** The endpoints of one room. */
public record Endpoints(List<Endpoint> all) {

  public Endpoints {
    all = List.copyOf(all);
  }

  /** These endpoints. */
  public static Endpoints of(Endpoint... endpoints) {
    return new Endpoints(List.of(endpoints));
  }
}
