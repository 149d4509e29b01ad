package ai.netra.loop.record;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the tests of a suite must prove, as declared before any of them ran.
 *
 * @param level {@code receipt} or {@code wire}
 * @param assertionsCounted whether the suite's kind counts executed assertions
 * @param uses the services that its tests are given the addresses of
 * @param receiptWriters the services of the target that write receipts
 * @param values what is at stake by priority; empty where nothing is declared
 */
public record SuiteTerms(
    String suite,
    String kind,
    String level,
    boolean assertionsCounted,
    List<String> uses,
    List<String> receiptWriters,
    List<Value> values)
    implements Entry {

  /** A declared value of all the tests together that a priority names, and who says so. */
  public record Value(
      String priority, List<String> tests, BigDecimal value, String currency, String source) {}
}
