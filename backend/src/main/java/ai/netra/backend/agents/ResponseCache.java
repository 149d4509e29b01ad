package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * S1: the answer to an equal request of the same feature and customer is given again. A repeat in
 * an aligned window is a lower bound of what a cache filled at the first miss would hit; half the
 * window bounds it from below, a window that slides from above.
 */
final class ResponseCache implements Strategy {

  /**
   * Lifetimes in seconds, in the order of {@link ai.netra.backend.usage.UsageQueries.Flags#reuse}.
   */
  static final List<Integer> LIFETIMES = List.of(300, 3_600, 86_400);

  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9");

  @Override
  public StrategyId id() {
    return StrategyId.S1;
  }

  @Override
  public List<Assumption> assumptions() {
    return List.of();
  }

  @Override
  public Move choose(Cube cube, Ground ground) {
    return new Cache(ground.ttl().orElseGet(() -> lifetime(cube, ground)));
  }

  /** The shortest lifetime that saves nearly as much as the best. */
  private static int lifetime(Cube cube, Ground ground) {
    List<BigDecimal> saved =
        Stream.iterate(0, index -> index + 1)
            .limit(LIFETIMES.size())
            .map(index -> repeats(cube, index, Level.EXPECTED).cost(ground.prices()))
            .toList();
    BigDecimal enough =
        saved.stream().reduce(BigDecimal.ZERO, BigDecimal::max).multiply(NEARLY_ALL);
    int index = 0;
    while (saved.get(index).compareTo(enough) < 0) {
      index++;
    }
    return index;
  }

  /** The requests that a cache of this lifetime would answer. */
  static Cube repeats(Cube cube, int lifetime, Level level) {
    return cube.only(part -> hit(part, lifetime, level));
  }

  private static boolean hit(Part part, int lifetime, Level level) {
    int reuse = part.cell().flags().reuse().get(lifetime);
    return switch (level) {
      case LOW -> reuse >= 3;
      case EXPECTED -> reuse >= 2;
      case HIGH -> reuse >= 1;
    };
  }

  @Override
  public Concern concern(Cube cube, Ground ground) {
    Cube eligible = cube.only(part -> part.cell().flags().cacheable());
    Cube hashed = eligible.only(part -> part.cell().flags().hashed());
    String lacks = hashed.parts().isEmpty() ? "no eligible row has the field `prompt_hash`" : "";
    return new Concern(
        eligible.cost(ground.prices()), hashed.cost(ground.prices()), BigDecimal.ONE, lacks);
  }

  private record Cache(int lifetime) implements Move {

    @Override
    public Cube apply(Cube cube, Level level) {
      return cube.only(part -> !hit(part, lifetime, level));
    }

    @Override
    public Map<String, Object> settings() {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("ttl_seconds", LIFETIMES.get(lifetime));
      settings.put("key", List.of("feature", "customer", "prompt_hash"));
      settings.put("skip_when", List.of("tools", "temperature above 0.3", "status not ok"));
      return settings;
    }
  }
}
