package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.project.Project.FixerKind;
import ai.netra.loop.project.Project.FixerSpec;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpendingTest {

  @Test
  void anAttemptCountsAsItsCapUntilTheBudgetIsUsedUp() {
    Spending spending = new Spending(new BigDecimal("5"));
    FixerSpec fixer = costing("2.50");
    assertThat(spending.against(fixer)).isEmpty();

    spending.add(fixer);
    assertThat(spending.against(fixer)).isEmpty();

    spending.add(fixer);
    assertThat(spending.against(fixer))
        .contains("an attempt may cost 2.50 USD, and of budget.money, 5 USD, 5.00 USD are spent");
  }

  @Test
  void whatCostsNothingIsCalledWithoutMoney() {
    assertThat(new Spending(BigDecimal.ZERO).against(costing("0"))).isEmpty();
    assertThat(new Spending(BigDecimal.ZERO).against(costing("0.01"))).isPresent();
  }

  private static FixerSpec costing(String usd) {
    return new FixerSpec(
        FixerKind.AGENT,
        "first",
        "agent",
        null,
        3,
        Duration.ofMinutes(1),
        new BigDecimal(usd),
        Duration.ofDays(14),
        10);
  }
}
