package ai.netra.backend.agents;

import java.util.Comparator;

/** Requests that are routed alike; an absent feature is the empty text. */
record RouteGroup(
    String model, String tier, String feature, String taskClass, long contextFrom, boolean tools)
    implements Comparable<RouteGroup> {

  private static final Comparator<RouteGroup> ORDER =
      Comparator.comparing(RouteGroup::model)
          .thenComparing(RouteGroup::tier)
          .thenComparing(RouteGroup::feature)
          .thenComparing(RouteGroup::taskClass)
          .thenComparingLong(RouteGroup::contextFrom)
          .thenComparing(RouteGroup::tools);

  static RouteGroup of(Part part) {
    String feature = part.cell().feature();
    return new RouteGroup(
        part.model(),
        part.tier(),
        feature == null ? "" : feature,
        part.cell().taskClass(),
        part.cell().contextFrom(),
        part.cell().flags().tools());
  }

  @Override
  public int compareTo(RouteGroup other) {
    return ORDER.compare(this, other);
  }
}
