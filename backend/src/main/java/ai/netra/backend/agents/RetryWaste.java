package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * S7: calls that failed and were billed, calls after the answer was there, answers cut off and
 * asked for again. Retries of requests that were refused for what they are can be avoided wholly.
 */
final class RetryWaste implements Strategy {

  private static final int WHOLLY = 2;

  @Override
  public StrategyId id() {
    return StrategyId.S7;
  }

  @Override
  public List<Assumption> assumptions() {
    return List.of(Assumption.RETRY_AVOIDABLE);
  }

  /** The calls that it is about. */
  static Cube wasted(Cube cube) {
    return cube.only(part -> part.cell().flags().waste() > 0);
  }

  @Override
  public Move choose(Cube cube, Ground ground) {
    return new Fewer(ground);
  }

  @Override
  public Concern concern(Cube cube, Ground ground) {
    BigDecimal spend = wasted(cube).cost(ground.prices());
    return new Concern(spend, spend, BigDecimal.ONE, "");
  }

  private record Fewer(Ground ground) implements Move {

    @Override
    public Cube apply(Cube cube, Level level) {
      BigDecimal kept = BigDecimal.ONE.subtract(ground.assume(Assumption.RETRY_AVOIDABLE, level));
      return cube.replace(
          part ->
              switch (part.cell().flags().waste()) {
                case 0 -> Stream.of(part);
                case WHOLLY -> Stream.of();
                default -> Stream.of(part.share(kept));
              });
    }

    @Override
    public Map<String, Object> settings() {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("max_attempts", 2);
      settings.put("backoff", "exponential with full jitter");
      settings.put("no_retry_of_status", List.of(400, 401, 403, 404));
      settings.put("timeout", "above the slowest twentieth of the feature");
      return settings;
    }
  }
}
