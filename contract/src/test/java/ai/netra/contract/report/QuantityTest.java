package ai.netra.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "5040, 5 040.00 USD",
    "304.375, 304.38 USD",
    "1.005, 1.00 USD",
    "0.0035, 0.0035 USD",
    "0, 0.00 USD",
    "1234567.891, 1 234 567.89 USD",
    "-1234.5, -1 234.50 USD"
  })
  void moneyIsRoundedHalfEven(String amount, String text) {
    assertThat(new Quantity.Money(new BigDecimal(amount)).render()).isEqualTo(text);
  }

  @Test
  void unitsStandBehindNumbers() {
    assertThat(new Quantity.PerMonth(new BigDecimal("106.53125")).render())
        .isEqualTo("106.53 USD a month");
    assertThat(new Quantity.Ratio(new BigDecimal("0.17359")).render()).isEqualTo("17.4 %");
    assertThat(new Quantity.Count(100_000L).render()).isEqualTo("100 000");
    assertThat(new Quantity.Days(1L).render()).isEqualTo("1 day");
    assertThat(new Quantity.Millis(new BigDecimal("602.5")).render()).isEqualTo("602.5 ms");
    assertThat(new Quantity.TokenCount(999L).render()).isEqualTo("999 tokens");
  }
}
