package ai.netra.loop.diagnosis;

import ai.netra.loop.record.TestRef;
import java.util.List;

/**
 * What to try.
 *
 * @param purpose as in {@link ai.netra.loop.record.Observed}
 * @param nth which repetition of the same experiment it is, from 1
 * @param services the tree whose services and configuration are deployed
 * @param suites the tree whose tests run
 * @param tests the tests; none where only deploy or discovery is tried
 */
public record Experiment(
    String cluster, String purpose, int nth, String services, String suites, List<TestRef> tests) {

  public Experiment {
    tests = List.copyOf(tests);
  }
}
