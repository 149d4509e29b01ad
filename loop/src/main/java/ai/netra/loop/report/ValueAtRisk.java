package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Prover.TestResult;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.SuiteTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Value at risk: over the priorities, declared value × tests not proved ÷ N of the priority. Nobody
 * infers a value, so without a declared one there is no figure.
 */
final class ValueAtRisk {

  private static final String USD = "USD";
  private static final String TAG = "tag:";
  private static final int CENTS = 2;

  private final Set<SuiteTerms.Value> values = new LinkedHashSet<>();
  private final Set<Named> tests = new LinkedHashSet<>();
  private final Set<String> proved = new HashSet<>();

  private record Named(String suite, Inventory.Test test) {

    String name() {
      return suite + "\0" + test.id();
    }
  }

  private ValueAtRisk(List<Line> lines, List<TestResult> results) {
    for (Line line : lines) {
      if (line.data() instanceof SuiteTerms terms) {
        terms.values().stream().filter(it -> it.currency().equals(USD)).forEach(values::add);
      }
      if (line.data() instanceof Inventory it) {
        it.tests().forEach(test -> tests.add(new Named(it.suite(), test)));
      }
    }
    results.stream()
        .filter(it -> it.outcome() == Outcome.PROVED)
        .forEach(it -> proved.add(it.proof().suite() + "\0" + it.proof().test()));
  }

  static Optional<BigDecimal> usd(List<Line> lines, List<TestResult> results) {
    ValueAtRisk risk = new ValueAtRisk(lines, results);
    return risk.values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            risk.values.stream().map(risk::term).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private BigDecimal term(SuiteTerms.Value value) {
    List<Named> concerned =
        tests.stream()
            .filter(it -> value.tests().stream().anyMatch(pattern -> names(pattern, it.test())))
            .toList();
    if (concerned.isEmpty()) {
      return BigDecimal.ZERO;
    }
    long open = concerned.stream().filter(it -> !proved.contains(it.name())).count();
    return value
        .value()
        .multiply(BigDecimal.valueOf(open))
        .divide(BigDecimal.valueOf(concerned.size()), CENTS, RoundingMode.HALF_UP);
  }

  private static boolean names(String pattern, Inventory.Test test) {
    if (!pattern.startsWith(TAG)) {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(test.id()));
    }
    String tag = pattern.substring(TAG.length());
    return tag.equals(test.priority()) || tag.equals("area:" + test.area());
  }
}
