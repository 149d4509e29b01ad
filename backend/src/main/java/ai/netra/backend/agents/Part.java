package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageQueries.Cell;
import java.math.BigDecimal;

/**
 * A part of the traffic as it would be: what it was, and on which model and tier it runs now.
 *
 * @param model catalogue id
 * @param moved whether its model was chosen already; a part changes its model once
 */
record Part(Cell cell, String model, String tier, boolean moved, Amounts amounts) {

  Part share(BigDecimal share) {
    return new Part(cell, model, tier, moved, amounts.times(share));
  }

  Part onTier(String other) {
    return new Part(cell, model, other, moved, amounts);
  }

  /** On another model; {@code ratio} tells how many tokens the same text has there. */
  Part onModel(String other, String otherTier, BigDecimal ratio) {
    return new Part(cell, other, otherTier, true, amounts.tokens(ratio));
  }

  /** Where it is, and not to be moved again. */
  Part settled() {
    return new Part(cell, model, tier, true, amounts);
  }
}
