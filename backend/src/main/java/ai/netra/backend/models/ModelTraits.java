package ai.netra.backend.models;

import ai.netra.backend.models.ModelEntry.Score;
import ai.netra.backend.models.ModelEntry.Speed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a catalogue says of a model beside its name and size: quality, speed, terms. */
final class ModelTraits {

  private ModelTraits() {}

  static Map<String, Score> qualities(Entry model) {
    Map<String, Score> qualities = new TreeMap<>();
    if (model.absent("qualities")) {
      return qualities;
    }
    JsonNode node = model.node().path("qualities");
    if (!node.isObject()) {
      model.findings().add(model.place() + ".qualities: an object of class and score");
      return qualities;
    }
    node.properties()
        .forEach(
            each ->
                qualities.put(
                    each.getKey(),
                    score(model.below("qualities." + each.getKey(), each.getValue()))));
    return qualities;
  }

  private static Score score(Entry entry) {
    BigDecimal score = entry.decimal("score");
    if (score == null || score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0) {
      entry.findings().add(entry.place() + ".score: 0..1, got " + score);
      score = BigDecimal.ZERO;
    }
    return new Score(score, entry.text("source"), entry.text("date"));
  }

  static @Nullable Speed speed(Entry model) {
    if (model.absent("speed")) {
      return null;
    }
    Entry entry = model.below("speed", model.node().path("speed"));
    BigDecimal first = entry.decimal("ttft_p95_ms");
    BigDecimal rate = entry.decimal("output_tokens_per_s");
    if (first == null || first.signum() < 0 || rate == null || rate.signum() <= 0) {
      entry.findings().add(entry.place() + ": ttft_p95_ms from 0, output_tokens_per_s above 0");
      return null;
    }
    return new Speed(first, rate, entry.text("source"), entry.text("date"));
  }

  static @Nullable Boolean flag(Entry model, String field) {
    if (model.absent(field)) {
      return null;
    }
    JsonNode value = model.node().path(field);
    if (!value.isBoolean()) {
      model.findings().add(model.place() + "." + field + ": true or false");
      return null;
    }
    return value.asBoolean();
  }
}
