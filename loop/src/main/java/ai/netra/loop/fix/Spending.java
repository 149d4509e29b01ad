package ai.netra.loop.fix;

import ai.netra.loop.project.Project.FixerSpec;
import java.math.BigDecimal;
import java.util.Optional;

/** The money of a run. What an attempt really costs is not known, so each counts as its cap. */
final class Spending {

  private final BigDecimal budget;
  private BigDecimal spent = BigDecimal.ZERO;

  /**
   * Nothing is spent yet.
   *
   * @param budget in USD, of all attempts of the run together
   */
  Spending(BigDecimal budget) {
    this.budget = budget;
  }

  void add(FixerSpec fixer) {
    spent = spent.add(fixer.usd());
  }

  /** Why a fixer must not be called any more; empty where it may. */
  Optional<String> against(FixerSpec fixer) {
    boolean free = fixer.usd().signum() == 0;
    return free || spent.add(fixer.usd()).compareTo(budget) <= 0
        ? Optional.empty()
        : Optional.of(
            "an attempt may cost %s USD, and of budget.money, %s USD, %s USD are spent"
                .formatted(fixer.usd(), budget, spent));
  }
}
