package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * S3: each group of requests goes to the cheapest model that is good, large and fast enough; a
 * share of them is asked again of the old one.
 */
final class ModelRouting implements Strategy {

  private static final BigDecimal MEASURED = BigDecimal.ONE;
  private static final BigDecimal FROM_CATALOGUE = new BigDecimal("0.6");
  private static final BigDecimal DERIVED = new BigDecimal("0.8");

  @Override
  public StrategyId id() {
    return StrategyId.S3;
  }

  @Override
  public List<Assumption> assumptions() {
    return List.of(Assumption.ESCALATION, Assumption.TOKEN_RATIO);
  }

  @Override
  public Move choose(Cube cube, Ground ground) {
    Map<RouteGroup, Cube> groups = new TreeMap<>();
    cube.parts().stream()
        .filter(part -> !part.moved())
        .forEach(
            part ->
                groups.merge(
                    RouteGroup.of(part),
                    new Cube(List.of(part)),
                    (one, two) ->
                        new Cube(
                            Stream.concat(one.parts().stream(), two.parts().stream()).toList())));
    Map<RouteGroup, Candidate> routes = new TreeMap<>();
    groups.forEach(
        (group, traffic) -> best(group, traffic, ground).ifPresent(to -> routes.put(group, to)));
    return new Routes(ground, routes);
  }

  /** The cheapest fit whose cost, asked again where it must be, is below what it costs now. */
  private static Optional<Candidate> best(RouteGroup group, Cube traffic, Ground ground) {
    BigDecimal now = traffic.cost(ground.prices());
    return Candidate.of(group, traffic, ground)
        .map(candidate -> new Priced(candidate, after(traffic, candidate, ground)))
        .filter(priced -> priced.cost().compareTo(now) < 0)
        .min(Priced.CHEAPEST)
        .map(Priced::candidate);
  }

  private static BigDecimal after(Cube traffic, Candidate to, Ground ground) {
    return traffic.replace(part -> routed(part, to, ground, Level.EXPECTED)).cost(ground.prices());
  }

  private record Priced(Candidate candidate, BigDecimal cost) {

    static final java.util.Comparator<Priced> CHEAPEST =
        java.util.Comparator.comparing(Priced::cost)
            .thenComparing(priced -> priced.candidate().model())
            .thenComparing(priced -> priced.candidate().tier());
  }

  private static Stream<Part> routed(Part part, Candidate to, Ground ground, Level level) {
    BigDecimal ratio =
        to.sameFamily() ? BigDecimal.ONE : ground.assume(Assumption.TOKEN_RATIO, level);
    BigDecimal again = ground.assume(Assumption.ESCALATION, level);
    return Stream.of(part.onModel(to.model(), to.tier(), ratio), part.share(again).settled());
  }

  @Override
  public Concern concern(Cube cube, Ground ground) {
    Cube open = cube.only(part -> !part.moved());
    Cube scored =
        open.only(part -> ground.quality(part.model(), part.cell().taskClass()).isPresent());
    Routes routes = (Routes) choose(cube, ground);
    Cube concerned = open.only(part -> routes.table.containsKey(RouteGroup.of(part)));
    BigDecimal spend = concerned.cost(ground.prices());
    String lacks =
        scored.parts().isEmpty()
            ? "no model in use has a quality score for its class of tasks"
            : "";
    return new Concern(
        lacks.isEmpty() ? spend : open.cost(ground.prices()),
        spend,
        basis(concerned, ground),
        lacks);
  }

  /** What the weakest input is: a score of the catalogue's, a class that was derived. */
  private static BigDecimal basis(Cube concerned, Ground ground) {
    boolean own =
        concerned.parts().stream()
            .allMatch(
                part ->
                    ground.evidence().quality(part.model(), part.cell().taskClass()).isPresent());
    boolean derived =
        concerned.parts().stream().anyMatch(part -> part.cell().volume().derived() > 0);
    if (!own) {
      return FROM_CATALOGUE;
    }
    return derived ? DERIVED : MEASURED;
  }

  private record Routes(Ground ground, Map<RouteGroup, Candidate> table) implements Move {

    @Override
    public Cube apply(Cube cube, Level level) {
      return cube.replace(
          part -> {
            Candidate to = part.moved() ? null : table.get(RouteGroup.of(part));
            return to == null ? Stream.of(part) : routed(part, to, ground, level);
          });
    }

    @Override
    public Map<String, Object> settings() {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("routes", table.entrySet().stream().map(Routes::route).distinct().toList());
      settings.put("escalate_to", "the model before, when an answer fails its check");
      return settings;
    }

    private static Map<String, Object> route(Map.Entry<RouteGroup, Candidate> entry) {
      RouteGroup group = entry.getKey();
      Map<String, Object> route = new LinkedHashMap<>();
      route.put("feature", group.feature());
      route.put("class", group.taskClass());
      route.put("from", group.model());
      route.put("to", entry.getValue().model());
      return route;
    }
  }
}
