package ai.netra.backend.usage;

import java.util.ArrayList;
import java.util.List;

/** The 50 groups of most spend, then the rest as one. */
final class Tops {

  private static final int MOST = 50;

  private final int dimensions;
  private final List<Breakdown> first = new ArrayList<>();
  private final List<Breakdown> rest = new ArrayList<>();

  Tops(int dimensions) {
    this.dimensions = dimensions;
  }

  /** Groups come with the largest first. */
  void add(Breakdown group) {
    (first.size() < MOST ? first : rest).add(group);
  }

  List<Breakdown> all() {
    List<Breakdown> all = new ArrayList<>(first);
    if (!rest.isEmpty()) {
      all.add(Rest.of(rest, dimensions));
    }
    return all;
  }
}
