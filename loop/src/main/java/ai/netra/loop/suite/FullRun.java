package ai.netra.loop.suite;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is to be run.
 *
 * @param run the number of the full run, from 1
 * @param attempt the number of the attempts in their keys: none that a test already had in this
 *     mode
 * @param order the test ids, in order
 * @param faults by test id what is done to its calls; empty in mode VERDICT
 * @param timeouts by test id how long it may take, where that is less than the suite's own limit
 * @param canaries whether the loop's three canaries run among them
 */
public record FullRun(
    int run,
    int attempt,
    Mode mode,
    List<String> order,
    Map<String, Fault> faults,
    Map<String, Duration> timeouts,
    boolean canaries) {

  /** How long a test may take, in a suite with this limit. */
  Duration limit(String test, Duration suites) {
    Duration planned = timeouts.getOrDefault(test, suites);
    return planned.compareTo(suites) < 0 ? planned : suites;
  }
}
