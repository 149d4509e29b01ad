package ai.netra.backend.agents;

import ai.netra.backend.models.ModelEntry;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks to be kept or reached. Empty lists allow everything.
 *
 * @param stated the words behind them
 */
record Constraints(
    List<Target> targets,
    List<LatencyBound> latency,
    List<QualityFloor> floors,
    List<String> providers,
    List<String> regions,
    boolean noTraining,
    List<StrategyId> excluded,
    List<Stated> stated) {

  static final Constraints NONE =
      new Constraints(
          List.of(), List.of(), List.of(), List.of(), List.of(), false, List.of(), List.of());

  Constraints {
    targets = List.copyOf(targets);
    latency = List.copyOf(latency);
    floors = List.copyOf(floors);
    providers = List.copyOf(providers);
    regions = List.copyOf(regions);
    excluded = List.copyOf(excluded);
    stated = List.copyOf(stated);
  }

  /** A wish about the whole bill. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Target.Saving.class, name = "saving"),
    @JsonSubTypes.Type(value = Target.Budget.class, name = "budget"),
    @JsonSubTypes.Type(value = Target.Growth.class, name = "growth")
  })
  sealed interface Target {

    /** To save this share of the run rate. */
    record Saving(BigDecimal ratio) implements Target {}

    /** To pay at most this, in USD a month. */
    record Budget(BigDecimal usd) implements Target {}

    /** To expect this much more use, as a share of today's. */
    record Growth(BigDecimal ratio) implements Target {}
  }

  /**
   * A bound of the 95th percentile.
   *
   * @param feature null for all
   * @param p95Millis null for as now
   */
  record LatencyBound(@Nullable String feature, @Nullable Long p95Millis) {}

  /**
   * A least score.
   *
   * @param taskClass null for all
   * @param floor null for as now
   */
  record QualityFloor(@Nullable String taskClass, @Nullable BigDecimal floor) {}

  /** The kinds that the grammar knows. */
  enum Kind {
    SAVING,
    GROWTH,
    BUDGET,
    LATENCY,
    KEEP_LATENCY,
    KEEP_QUALITY,
    ONLY,
    WITHOUT,
    CONTEXT;

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One of them, with the words that state it. */
  record Stated(Kind kind, String words) {}

  boolean allow(ModelEntry model) {
    boolean region = regions.isEmpty() || model.regions().stream().anyMatch(regions::contains);
    boolean terms = !noTraining || Boolean.FALSE.equals(model.trainsOnData());
    return region && terms && (providers.isEmpty() || providers.contains(model.provider()));
  }

  boolean boundsLatency(@Nullable String feature) {
    return bound(feature == null ? "" : feature).isPresent();
  }

  Optional<LatencyBound> bound(String feature) {
    return latency.stream()
        .filter(bound -> bound.feature() == null || bound.feature().equals(feature))
        .findFirst();
  }

  Optional<QualityFloor> floor(String taskClass) {
    return floors.stream()
        .filter(floor -> floor.taskClass() == null || floor.taskClass().equals(taskClass))
        .findFirst();
  }

  /** Growth that is expected; 0 where none was stated. */
  BigDecimal growth() {
    return targets.stream()
        .filter(Target.Growth.class::isInstance)
        .map(Target.Growth.class::cast)
        .map(Target.Growth::ratio)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** Each narrowing one with what would hold without it. */
  List<Loosened> loosened() {
    List<Loosened> all = new ArrayList<>();
    if (!latency.isEmpty()) {
      all.add(new Loosened("latency", without(List.of(), floors, providers, excluded)));
    }
    if (!floors.isEmpty()) {
      all.add(new Loosened("quality", without(latency, List.of(), providers, excluded)));
    }
    if (!providers.isEmpty() || !regions.isEmpty() || noTraining) {
      all.add(new Loosened("providers", anywhere()));
    }
    if (!excluded.isEmpty()) {
      all.add(new Loosened("excluded", without(latency, floors, providers, List.of())));
    }
    return all;
  }

  /** Constraints without one of them, which is named. */
  record Loosened(String name, Constraints rest) {}

  private Constraints without(
      List<LatencyBound> bounds,
      List<QualityFloor> scores,
      List<String> allowed,
      List<StrategyId> left) {
    return new Constraints(targets, bounds, scores, allowed, regions, noTraining, left, stated);
  }

  private Constraints anywhere() {
    return new Constraints(targets, latency, floors, List.of(), List.of(), false, excluded, stated);
  }

  Constraints stating(List<Stated> words) {
    return new Constraints(
        targets, latency, floors, providers, regions, noTraining, excluded, words);
  }

  Constraints excluding(StrategyId id) {
    List<StrategyId> more = new ArrayList<>(excluded);
    more.add(id);
    return without(latency, floors, providers, more);
  }

  Constraints flooring(QualityFloor floor) {
    List<QualityFloor> more = new ArrayList<>(List.of(floor));
    more.addAll(floors);
    return without(latency, more, providers, excluded);
  }

  Constraints bounding(LatencyBound bound) {
    List<LatencyBound> more = new ArrayList<>(List.of(bound));
    more.addAll(latency);
    return without(more, floors, providers, excluded);
  }
}
