package ai.netra.backend.agents;

import static ai.netra.backend.agents.Schema.between;
import static ai.netra.backend.agents.Schema.oneOf;
import static ai.netra.backend.agents.Schema.text;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What tools take. */
final class ToolSchemas {

  private static final String FEATURE = "feature";
  private static final String FLOOR = "floor";
  private static final String RATIO = "ratio";
  private static final Schema SHARE = between(BigDecimal.ZERO, BigDecimal.ONE);

  private ToolSchemas() {}

  static List<String> dimensions() {
    return Arrays.stream(Dimension.values()).map(Dimension::wireName).toList();
  }

  static List<String> buckets() {
    return Arrays.stream(Bucket.values()).map(Bucket::wireName).toList();
  }

  static List<String> strategies() {
    return Arrays.stream(StrategyId.values()).map(StrategyId::wireName).toList();
  }

  /** Which rows. */
  static ObjectSchema rows() {
    ObjectSchema rows = ObjectSchema.EMPTY.with("dataset", text()).with("window", window());
    for (String dimension : dimensions()) {
      rows = rows.with(dimension, text());
    }
    return rows;
  }

  /** Which rows, under which constraints and assumptions. */
  static ObjectSchema advice() {
    return rows().with("constraints", constraints()).with("assumptions", assumptions());
  }

  /** UTC days, the second one not within it: as the frames and the facts of a run name it. */
  private static ObjectSchema window() {
    return ObjectSchema.EMPTY.requiring("from", Schema.day()).requiring("to", Schema.day());
  }

  private static ObjectSchema constraints() {
    Schema amount = Schema.notNegative();
    return ObjectSchema.EMPTY
        .with("targets", ListSchema.of(targets(amount)))
        .with(
            "latency",
            ListSchema.of(ObjectSchema.EMPTY.with(FEATURE, text()).with("p95_ms", amount)))
        .with("floors", ListSchema.of(ObjectSchema.EMPTY.with("class", text()).with(FLOOR, amount)))
        .with("providers", ListSchema.of(text()))
        .with("regions", ListSchema.of(text()))
        .with("no_training", Schema.flag())
        .with("excluded", ListSchema.of(oneOf(strategies())));
  }

  private static KindSchema targets(Schema amount) {
    return KindSchema.EMPTY
        .with("saving", ObjectSchema.EMPTY.requiring(RATIO, amount))
        .with("growth", ObjectSchema.EMPTY.requiring(RATIO, amount))
        .with("budget", ObjectSchema.EMPTY.requiring("usd", amount));
  }

  private static ObjectSchema assumptions() {
    ObjectSchema assumptions = ObjectSchema.EMPTY;
    for (Assumption each : Assumption.values()) {
      assumptions = assumptions.with(each.wireName(), each.isShare() ? SHARE : Schema.positive());
    }
    return assumptions;
  }

  /** One schema a kind of change. */
  static ListSchema changes() {
    return new ListSchema(kinds(), 1, ChangeReader.MOST);
  }

  private static KindSchema kinds() {
    return KindSchema.EMPTY
        .with(
            "growth",
            ObjectSchema.EMPTY.requiring(
                RATIO, between(ChangeReader.LEAST_GROWTH, ChangeReader.MOST_GROWTH)))
        .with(
            "swap",
            ObjectSchema.EMPTY.with("from", text()).requiring("to", text()).with(FEATURE, text()))
        .with(
            "price",
            ObjectSchema.EMPTY
                .requiring("model", text())
                .requiring("factor", between(ChangeReader.LEAST_FACTOR, ChangeReader.MOST_FACTOR)))
        .with(
            "slo",
            ObjectSchema.EMPTY
                .with(FEATURE, text())
                .with("p95_ms", Schema.integer(1, ChangeReader.MOST_MILLIS)))
        .with("floor", ObjectSchema.EMPTY.with("class", text()).with(FLOOR, SHARE))
        .with("ttl", ObjectSchema.EMPTY.requiring("seconds", oneOf(ResponseCache.LIFETIMES)))
        .with("drop", ObjectSchema.EMPTY.requiring(FEATURE, text()));
  }
}
