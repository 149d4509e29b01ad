package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageQueries.Cell;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** S4: what nobody waits for goes to the provider's batch tier. */
final class BatchTier implements Strategy {

  private static final String STANDARD = "standard";
  private static final String BATCH = "batch";

  @Override
  public StrategyId id() {
    return StrategyId.S4;
  }

  @Override
  public List<Assumption> assumptions() {
    return List.of(Assumption.BATCH_ADOPTION);
  }

  @Override
  public Move choose(Cube cube, Ground ground) {
    TreeSet<String> features = new TreeSet<>();
    TreeSet<String> models = new TreeSet<>();
    cube.parts().stream()
        .filter(part -> eligible(part, ground))
        .forEach(
            part -> {
              String feature = part.cell().feature();
              features.add(feature == null ? "" : feature);
              models.add(part.model());
            });
    return new Queue(ground, List.copyOf(features), List.copyOf(models));
  }

  private static boolean eligible(Part part, Ground ground) {
    Cell cell = part.cell();
    return "background".equals(cell.urgency())
        && part.tier().equals(STANDARD)
        && !ground.constraints().boundsLatency(cell.feature())
        && ground.prices().known(part.model(), BATCH, cell.contextFrom())
        && cheaper(part, ground);
  }

  private static boolean cheaper(Part part, Ground ground) {
    UnitPrices prices = ground.prices();
    return prices.cost(part.onTier(BATCH)).compareTo(prices.cost(part)) < 0;
  }

  @Override
  public Concern concern(Cube cube, Ground ground) {
    Cube standard = cube.only(part -> part.tier().equals(STANDARD));
    Cube urgent = standard.only(part -> part.cell().urgency() != null);
    boolean priced =
        standard.parts().stream()
            .anyMatch(
                part -> ground.prices().known(part.model(), BATCH, part.cell().contextFrom()));
    String lacks = urgent.parts().isEmpty() ? "no row has the field `urgency`" : "";
    return new Concern(
        standard.cost(ground.prices()),
        urgent.cost(ground.prices()),
        BigDecimal.ONE,
        lacks.isEmpty() && !priced ? "no model in use has a batch price" : lacks);
  }

  private record Queue(Ground ground, List<String> features, List<String> models) implements Move {

    @Override
    public Cube apply(Cube cube, Level level) {
      BigDecimal adoption = ground.assume(Assumption.BATCH_ADOPTION, level);
      BigDecimal rest = BigDecimal.ONE.subtract(adoption);
      return cube.replace(
          part ->
              eligible(part, ground)
                  ? Stream.of(part.share(adoption).onTier(BATCH), part.share(rest))
                  : Stream.of(part));
    }

    @Override
    public Map<String, Object> settings() {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("tier", BATCH);
      settings.put("features", features);
      settings.put("models", models);
      settings.put("urgency", "background");
      return settings;
    }
  }
}
