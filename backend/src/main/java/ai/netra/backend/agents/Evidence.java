package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.UsageQueries.Observed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the user's own rows say of models: how good and how fast they were. */
final class Evidence {

  private static final int QUALITY_ROWS = 30;
  private static final int LATENCY_ROWS = 100;
  private static final BigDecimal NORMAL_95 = new BigDecimal("1.96");

  private final Map<String, Quality> qualities = new HashMap<>();
  private final Map<Place, Long> latencies = new HashMap<>();
  private final Map<Place, Long> outputs = new HashMap<>();

  private record Place(@Nullable String model, @Nullable String feature, String taskClass) {}

  private record Quality(long n, BigDecimal sum, BigDecimal squares) {

    Quality plus(Quality other) {
      return new Quality(n + other.n, sum.add(other.sum), squares.add(other.squares));
    }

    /** The lower end of the interval that holds the mean in 95 of 100 cases. */
    BigDecimal lowerBound() {
      BigDecimal count = BigDecimal.valueOf(n);
      BigDecimal mean = sum.divide(count, MathContext.DECIMAL128);
      BigDecimal variance =
          squares
              .subtract(mean.multiply(sum))
              .max(BigDecimal.ZERO)
              .divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128);
      BigDecimal error =
          variance.divide(count, MathContext.DECIMAL128).sqrt(MathContext.DECIMAL128);
      return mean.subtract(NORMAL_95.multiply(error));
    }
  }

  Evidence(Catalogue catalogue, List<Observed> observed) {
    for (Observed each : observed) {
      catalogue.resolve(each.model(), each.provider()).ifPresent(id -> take(id, each));
    }
  }

  private void take(String model, Observed seen) {
    Quality quality = new Quality(seen.qualityRows(), seen.qualitySum(), seen.qualitySquares());
    qualities.merge(model + "|" + seen.taskClass(), quality, Quality::plus);
    Place place = new Place(model, seen.feature(), seen.taskClass());
    Long latency = seen.latencyP95();
    if (latency != null && seen.latencyRows() >= LATENCY_ROWS) {
      latencies.merge(place, latency, Math::max);
    }
    Long output = seen.outputP95();
    if (output != null) {
      outputs.merge(new Place(null, seen.feature(), seen.taskClass()), output, Math::max);
    }
  }

  /** A score of the user's own rows, from 30 of them on. */
  Optional<BigDecimal> quality(String model, String taskClass) {
    return Optional.ofNullable(qualities.get(model + "|" + taskClass))
        .filter(quality -> quality.n() >= QUALITY_ROWS)
        .map(Quality::lowerBound);
  }

  /** The 95th percentile of latency in ms of a model at this place, from 100 rows on. */
  OptionalLong latencyP95(String model, @Nullable String feature, String taskClass) {
    Long found = latencies.get(new Place(model, feature, taskClass));
    return found == null ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /** The output tokens that 95 % of the answers at this place do not exceed. */
  long outputP95(@Nullable String feature, String taskClass) {
    return Objects.requireNonNullElse(outputs.get(new Place(null, feature, taskClass)), 0L);
  }
}
