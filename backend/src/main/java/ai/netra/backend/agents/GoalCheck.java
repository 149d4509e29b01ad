package ai.netra.backend.agents;

import ai.netra.backend.agents.Constraints.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was asked for is reached.
 *
 * @param needed share of the run rate to be saved, or null where nothing was asked for
 * @param reachable share that the strategies save
 * @param prices what each constraint costs, in USD of the window
 */
record GoalCheck(@Nullable BigDecimal needed, BigDecimal reachable, List<ConstraintPrice> prices) {

  GoalCheck {
    prices = List.copyOf(prices);
  }

  /** What could be saved beyond, were it not for a constraint. */
  record ConstraintPrice(String constraint, BigDecimal saving) {}

  boolean reached() {
    return needed != null && reachable.compareTo(needed) >= 0;
  }

  static GoalCheck of(Scene scene, Portfolio portfolio, Optimiser optimiser) {
    BigDecimal saved = portfolio.saving().expected();
    BigDecimal cost = scene.cost();
    Ground ground = scene.ground();
    return new GoalCheck(
        needed(ground.constraints(), ground.monthly(cost)).orElse(null),
        Ratios.of(saved, cost),
        ground.constraints().loosened().stream()
            .map(each -> price(scene, each, saved, optimiser))
            .toList());
  }

  private static ConstraintPrice price(
      Scene scene, Constraints.Loosened loosened, BigDecimal saved, Optimiser optimiser) {
    Scene free = scene.with(scene.ground().with(loosened.rest()));
    BigDecimal without = optimiser.advise(free).portfolio().saving().expected();
    return new ConstraintPrice(loosened.name(), without.subtract(saved));
  }

  /** With growth the same target needs more: 1 - (1 - target) / (1 + growth). */
  static Optional<BigDecimal> needed(Constraints constraints, BigDecimal monthly) {
    BigDecimal grown = BigDecimal.ONE.add(constraints.growth());
    return constraints.targets().stream()
        .map(target -> target(target, monthly))
        .flatMap(Optional::stream)
        .max(BigDecimal::compareTo)
        .map(
            target ->
                BigDecimal.ONE.subtract(
                    BigDecimal.ONE.subtract(target).divide(grown, MathContext.DECIMAL128)));
  }

  private static Optional<BigDecimal> target(Target target, BigDecimal monthly) {
    return switch (target) {
      case Target.Saving(BigDecimal ratio) -> Optional.of(ratio);
      case Target.Budget(BigDecimal usd) when monthly.signum() > 0 ->
          Optional.of(BigDecimal.ONE.subtract(Ratios.of(usd, monthly)));
      case Target.Budget _, Target.Growth _ -> Optional.empty();
    };
  }
}
