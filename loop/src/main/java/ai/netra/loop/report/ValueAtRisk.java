package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Prover.TestResult;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.SuiteTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Value at risk: over the priorities, declared value × tests not proved ÷ N of the priority. Nobody
 * infers a value, so without a declared one there is no figure.
 */
final class ValueAtRisk {

  private static final String USD = "USD";

  private ValueAtRisk() {}

  static Optional<Double> usd(List<Line> lines, List<TestResult> results) {
    Set<SuiteTerms.Value> values = new HashSet<>();
    Map<String, String> priorities = new HashMap<>();
    for (Line line : lines) {
      if (line.data() instanceof SuiteTerms terms) {
        terms.values().stream().filter(it -> it.currency().equals(USD)).forEach(values::add);
      }
      if (line.data() instanceof Inventory it) {
        it.tests().forEach(test -> put(priorities, it.suite(), test));
      }
    }
    Set<String> proved = proved(results);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().mapToDouble(it -> term(it, priorities, proved)).sum());
  }

  private static void put(Map<String, String> priorities, String suite, Inventory.Test test) {
    if (test.priority() != null) {
      priorities.put(name(suite, test.id()), test.priority());
    }
  }

  private static Set<String> proved(List<TestResult> results) {
    Set<String> proved = new HashSet<>();
    results.stream()
        .filter(it -> it.outcome() == Outcome.PROVED)
        .forEach(it -> proved.add(name(it.proof().suite(), it.proof().test())));
    return proved;
  }

  private static double term(
      SuiteTerms.Value value, Map<String, String> priorities, Set<String> proved) {
    List<String> tests =
        priorities.entrySet().stream()
            .filter(it -> it.getValue().equalsIgnoreCase(value.priority()))
            .map(Map.Entry::getKey)
            .toList();
    long open = tests.stream().filter(it -> !proved.contains(it)).count();
    return tests.isEmpty() ? 0 : value.value() * open / tests.size();
  }

  private static String name(String suite, String test) {
    return suite + "\0" + test;
  }
}
