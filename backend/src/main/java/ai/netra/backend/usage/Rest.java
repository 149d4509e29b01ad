package ai.netra.backend.usage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** The groups below the largest, as one. */
final class Rest {

  private Rest() {}

  static Breakdown of(List<Breakdown> groups, int dimensions) {
    long rows = 0;
    Tokens tokens = new Tokens(0, 0, 0, 0, 0);
    BigDecimal spend = BigDecimal.ZERO;
    for (Breakdown group : groups) {
      rows += group.rows();
      tokens = tokens.plus(group.tokens());
      spend = spend.add(group.spend().amount());
    }
    return new Breakdown(
        Collections.nCopies(dimensions, "other"), true, rows, tokens, new Usd(spend));
  }
}
