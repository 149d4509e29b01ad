package ai.netra.loop.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of a suite must prove, as declared before any of them ran.
 *
 * @param level {@code receipt} or {@code wire}
 * @param assertionsCounted whether the suite's kind counts executed assertions
 * @param uses the services that its tests are given the addresses of
 * @param receiptWriters the services of the target that write receipts
 * @param probes what reads writes of the services back
 * @param values what is at stake by priority; empty where nothing is declared
 */
public record SuiteTerms(
    String suite,
    String kind,
    String level,
    boolean assertionsCounted,
    List<String> uses,
    List<String> receiptWriters,
    List<Probe> probes,
    List<Value> values)
    implements Entry {

  /**
   * How the effect of a write is read back.
   *
   * @param after method and path template of the write
   * @param read method and path, with places of the template and {@code {response:/pointer}}
   * @param expect the status that shows the effect
   */
  public record Probe(String service, String after, String read, int expect) {

    /** The places of its template, where it is about a write of this service. */
    public Optional<Map<String, String>> places(String asked, String method, String path) {
      int blank = after.indexOf(' ');
      return service.equals(asked) && after.substring(0, blank).equals(method)
          ? new PathTemplate(after.substring(blank + 1)).places(path)
          : Optional.empty();
    }
  }

  /** A declared value of all the tests together that a priority names, and who says so. */
  public record Value(
      String priority, List<String> tests, BigDecimal value, String currency, String source) {}
}
