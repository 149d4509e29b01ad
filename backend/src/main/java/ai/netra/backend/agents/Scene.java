package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;

/**
 * Traffic with what strategies stand on.
 *
 * @param unpricedTokens share of all tokens that have no price, 0 to 1
 * @param rows of the window, priced or not
 * @param warnings sentences that an answer must repeat
 */
record Scene(
    Cube cube, Ground ground, BigDecimal unpricedTokens, long rows, List<String> warnings) {

  private static final BigDecimal MUCH = new BigDecimal("0.20");

  Scene {
    warnings = List.copyOf(warnings);
  }

  /** USD of the window at the prices of today, exact. */
  BigDecimal cost() {
    return cube.cost(ground.prices());
  }

  /** Whether too little is priced for a total to mean anything. */
  boolean mostlyUnpriced() {
    return unpricedTokens.compareTo(MUCH) > 0;
  }

  Scene with(Cube other) {
    return new Scene(other, ground, unpricedTokens, rows, warnings);
  }

  Scene with(Ground other) {
    return new Scene(cube, other, unpricedTokens, rows, warnings);
  }
}
