package ai.netra.backend.agents;

import ai.netra.backend.models.ModelEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model that a group of requests could go to.
 *
 * @param sameFamily whether the same text has the same number of tokens there
 */
record Candidate(String model, String tier, boolean sameFamily) {

  private static final Set<String> SIMPLE =
      Set.of("classification", "extraction", "routing", "moderation", "formatting", "embedding");
  private static final Set<String> MEDIUM =
      Set.of("summarisation", "translation", "rag_answer", "chat");
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

  /** Every model that fits the group; on the group's tier, and on the standard one. */
  static Stream<Candidate> of(RouteGroup group, Cube traffic, Ground ground) {
    Optional<BigDecimal> floor = floor(group, ground);
    Optional<ModelEntry> current = ground.prices().model(group.model());
    if (floor.isEmpty() || current.isEmpty()) {
      return Stream.empty();
    }
    long context =
        traffic.parts().stream().mapToLong(part -> part.cell().volume().context()).max().orElse(0);
    return ground.prices().catalogue().models().stream()
        .filter(model -> !model.id().equals(group.model()) && model.status().equals("available"))
        .filter(model -> ground.constraints().allow(model))
        .filter(model -> !group.tools() || model.capabilities().contains("tools"))
        .filter(model -> model.contextWindow() == 0 || model.contextWindow() >= context)
        .filter(model -> good(model, group, floor.get(), ground))
        .filter(model -> fast(model, group, ground))
        .flatMap(model -> tiers(model, group, current.get(), ground));
  }

  private static Stream<Candidate> tiers(
      ModelEntry model, RouteGroup group, ModelEntry current, Ground ground) {
    boolean family =
        model.provider().equals(current.provider())
            || (model.canonicalWeights() != null
                && model.canonicalWeights().equals(current.canonicalWeights()));
    return Stream.of(group.tier(), "standard")
        .distinct()
        .filter(tier -> ground.prices().known(model.id(), tier, group.contextFrom()))
        .map(tier -> new Candidate(model.id(), tier, family));
  }

  /** The least score: the user's floor, else a little below what the current model has. */
  private static Optional<BigDecimal> floor(RouteGroup group, Ground ground) {
    Optional<BigDecimal> now = ground.quality(group.model(), group.taskClass());
    Optional<Constraints.QualityFloor> stated = ground.constraints().floor(group.taskClass());
    if (stated.isPresent()) {
      BigDecimal floor = stated.get().floor();
      return floor == null ? now : Optional.of(floor);
    }
    return now.map(score -> score.subtract(tolerance(group.taskClass())));
  }

  private static BigDecimal tolerance(String taskClass) {
    if (SIMPLE.contains(taskClass)) {
      return new BigDecimal("0.10");
    }
    return MEDIUM.contains(taskClass) ? new BigDecimal("0.05") : new BigDecimal("0.02");
  }

  private static boolean good(ModelEntry model, RouteGroup group, BigDecimal floor, Ground ground) {
    return ground
        .quality(model.id(), group.taskClass())
        .filter(score -> score.compareTo(floor) >= 0)
        .isPresent();
  }

  /** Without a bound every model is fast enough; with one, only a model whose speed is known. */
  private static boolean fast(ModelEntry model, RouteGroup group, Ground ground) {
    Optional<Constraints.LatencyBound> bound = ground.constraints().bound(group.feature());
    if (bound.isEmpty()) {
      return true;
    }
    Long stated = bound.get().p95Millis();
    OptionalLong most =
        stated == null ? latency(group.model(), group, ground) : OptionalLong.of(stated);
    OptionalLong predicted = predicted(model, group, ground);
    return most.isPresent() && predicted.isPresent() && predicted.getAsLong() <= most.getAsLong();
  }

  private static OptionalLong latency(String model, RouteGroup group, Ground ground) {
    String feature = group.feature().isEmpty() ? null : group.feature();
    return ground.evidence().latencyP95(model, feature, group.taskClass());
  }

  private static OptionalLong predicted(ModelEntry model, RouteGroup group, Ground ground) {
    OptionalLong own = latency(model.id(), group, ground);
    ModelEntry.Speed speed = model.speed();
    if (own.isPresent() || speed == null) {
      return own;
    }
    String feature = group.feature().isEmpty() ? null : group.feature();
    BigDecimal output = BigDecimal.valueOf(ground.evidence().outputP95(feature, group.taskClass()));
    BigDecimal writing =
        output.multiply(MILLIS).divide(speed.outputTokensPerSecond(), MathContext.DECIMAL128);
    return OptionalLong.of(speed.ttftP95Millis().add(writing).longValue());
  }
}
