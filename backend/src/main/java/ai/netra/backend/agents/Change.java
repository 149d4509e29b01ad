package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A what-if: the scene as it would be. Changes are applied one after the other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.Growth.class, name = "growth"),
  @JsonSubTypes.Type(value = Change.Swap.class, name = "swap"),
  @JsonSubTypes.Type(value = Change.Price.class, name = "price"),
  @JsonSubTypes.Type(value = Change.Slo.class, name = "slo"),
  @JsonSubTypes.Type(value = Change.Floor.class, name = "floor"),
  @JsonSubTypes.Type(value = Change.Ttl.class, name = "ttl"),
  @JsonSubTypes.Type(value = Change.Drop.class, name = "drop")
})
sealed interface Change {

  Scene apply(Scene scene);

  /** A name for people; names of users stand between backquotes. */
  String words();

  /** More of the same: rows grow, shares and hit rates stay. */
  record Growth(BigDecimal ratio) implements Change {

    @Override
    public Scene apply(Scene scene) {
      BigDecimal factor = BigDecimal.ONE.add(ratio);
      return scene.with(
          scene.cube().replace(part -> java.util.stream.Stream.of(part.share(factor))));
    }

    @Override
    public String words() {
      return "growth";
    }
  }

  /**
   * All requests of a model to another one.
   *
   * @param from null for all
   * @param feature null for all
   */
  record Swap(@Nullable String from, String to, @Nullable String feature) implements Change {

    @Override
    public Scene apply(Scene scene) {
      UnitPrices prices = scene.ground().prices();
      return scene.with(
          scene
              .cube()
              .replace(
                  part -> java.util.stream.Stream.of(meant(part) ? swapped(part, prices) : part)));
    }

    /** On its tier, else on the standard one; where the model has no price at all it stays. */
    private Part swapped(Part part, UnitPrices prices) {
      return java.util.stream.Stream.of(part.tier(), "standard")
          .filter(tier -> prices.known(to, tier, part.cell().contextFrom()))
          .findFirst()
          .map(tier -> part.onModel(to, tier, BigDecimal.ONE))
          .orElse(part);
    }

    private boolean meant(Part part) {
      return (from == null || part.model().equals(from))
          && (feature == null || feature.equals(part.cell().feature()));
    }

    @Override
    public String words() {
      String all = from == null ? "every model" : Markdown.code(from);
      String place = feature == null ? "" : " in " + Markdown.code(feature);
      return "swap of " + all + " for " + Markdown.code(to) + place;
    }
  }

  /** A model's prices times a factor. */
  record Price(String model, BigDecimal factor) implements Change {

    @Override
    public Scene apply(Scene scene) {
      Ground ground = scene.ground();
      return scene.with(ground.with(ground.prices().scaled(model, factor)));
    }

    @Override
    public String words() {
      return "price of " + Markdown.code(model);
    }
  }

  /** A bound of latency. */
  record Slo(@Nullable String feature, @JsonProperty("p95_ms") @Nullable Long p95Millis)
      implements Change {

    @Override
    public Scene apply(Scene scene) {
      Ground ground = scene.ground();
      Constraints.LatencyBound bound = new Constraints.LatencyBound(feature, p95Millis);
      return scene.with(ground.with(ground.constraints().bounding(bound)));
    }

    @Override
    public String words() {
      return "bound of latency";
    }
  }

  /** A floor of quality. */
  record Floor(@JsonProperty("class") @Nullable String taskClass, @Nullable BigDecimal floor)
      implements Change {

    @Override
    public Scene apply(Scene scene) {
      Ground ground = scene.ground();
      Constraints.QualityFloor bound = new Constraints.QualityFloor(taskClass, floor);
      return scene.with(ground.with(ground.constraints().flooring(bound)));
    }

    @Override
    public String words() {
      return "floor of quality";
    }
  }

  /** The lifetime of a response cache. */
  record Ttl(int seconds) implements Change {

    public Ttl {
      if (!ResponseCache.LIFETIMES.contains(seconds)) {
        throw new IllegalArgumentException(
            "ttl: one of %s seconds, got %d".formatted(ResponseCache.LIFETIMES, seconds));
      }
    }

    @Override
    public Scene apply(Scene scene) {
      int index = ResponseCache.LIFETIMES.indexOf(seconds);
      return scene.with(scene.ground().withTtl(index));
    }

    @Override
    public String words() {
      return "lifetime of cached answers";
    }
  }

  /** A feature that is switched off. */
  record Drop(String feature) implements Change {

    @Override
    public Scene apply(Scene scene) {
      return scene.with(scene.cube().only(part -> !feature.equals(part.cell().feature())));
    }

    @Override
    public String words() {
      return "dropping " + Markdown.code(feature);
    }
  }
}
