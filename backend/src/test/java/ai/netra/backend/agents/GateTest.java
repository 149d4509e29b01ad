package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Fact SPEND =
      new Fact(
          "f1",
          "spend",
          new BigDecimal("5040"),
          Unit.USD,
          Label.REAL,
          new FactSource.Assumed("test"));

  private final Gate gate = new Gate(List.of(SPEND), Set.of("acme/model-4o", "search"));

  @Test
  void aRenderedFactPasses() {
    assertThat(gate.failed("You spent **5 040.00 USD** since 2026-01-05 on `acme/model-4o`."))
        .isEmpty();
  }

  @Test
  void ag17OneChangedDigitFails() {
    assertThat(gate.failed("You spent 5 041.00 USD.")).containsExactly("numbers");
    assertThat(gate.failed("You spent 5 040.01 USD.")).containsExactly("numbers");
    assertThat(gate.failed("You spent 040.00 USD.")).containsExactly("numbers");
  }

  @Test
  void anUnknownNameFails() {
    assertThat(gate.failed("The model `nobody/invented` is large.")).containsExactly("names");
  }

  @Test
  void listMarksAreNoNumbers() {
    assertThat(gate.failed("1. first\n2. second")).isEmpty();
    assertThat(gate.failed("about 2 of them")).containsExactly("numbers");
  }
}
