package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What strategies stand on beside the traffic.
 *
 * @param days of the window
 * @param ttl index of a cache's lifetime that is wished for, else the best is chosen
 */
record Ground(
    UnitPrices prices,
    Evidence evidence,
    Constraints constraints,
    Assumptions assumptions,
    int days,
    OptionalInt ttl) {

  Ground with(Constraints other) {
    return new Ground(prices, evidence, other, assumptions, days, ttl);
  }

  Ground with(UnitPrices other) {
    return new Ground(other, evidence, constraints, assumptions, days, ttl);
  }

  Ground withTtl(int index) {
    return new Ground(prices, evidence, constraints, assumptions, days, OptionalInt.of(index));
  }

  BigDecimal assume(Assumption assumption, Level level) {
    return assumptions.at(assumption, level);
  }

  /** A score for a class: of the user's own rows, else of the catalogue. */
  Optional<BigDecimal> quality(String model, String taskClass) {
    return evidence
        .quality(model, taskClass)
        .or(() -> prices.model(model).flatMap(entry -> entry.score(taskClass)));
  }

  BigDecimal monthly(BigDecimal amount) {
    return Ratios.monthly(amount, days);
  }
}
