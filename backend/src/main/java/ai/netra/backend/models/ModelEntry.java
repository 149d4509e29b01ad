package ai.netra.backend.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that the catalogue knows.
 *
 * @param id provider and name, as {@code acme/premium}
 * @param canonicalWeights what other providers serve under other ids, or null
 * @param contextWindow tokens in and out; 0 where the catalogue does not say
 * @param qualities class to score
 * @param speed null where the catalogue does not say
 * @param regions where it is served; empty where the catalogue does not say
 * @param trainsOnData null where the catalogue does not say
 */
public record ModelEntry(
    String id,
    String provider,
    @Nullable String canonicalWeights,
    List<String> aliases,
    List<String> capabilities,
    long contextWindow,
    long maxOutput,
    String status,
    Map<String, Score> qualities,
    @Nullable Speed speed,
    List<String> regions,
    @Nullable Boolean trainsOnData) {

  public ModelEntry {
    aliases = List.copyOf(aliases);
    capabilities = List.copyOf(capabilities);
    qualities = Map.copyOf(qualities);
    regions = List.copyOf(regions);
  }

  /** What a class of tasks scored, 0 to 1, by which source and when. */
  public record Score(BigDecimal score, String source, String date) {}

  /** How fast it answers, by which source and when. */
  public record Speed(
      BigDecimal ttftP95Millis, BigDecimal outputTokensPerSecond, String source, String date) {}

  /** The score of a class. */
  public Optional<BigDecimal> score(String taskClass) {
    return Optional.ofNullable(qualities.get(taskClass)).map(Score::score);
  }
}
