package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.SuiteTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Value at risk: over the priorities, declared value × tests not proved ÷ N of the priority. Nobody
 * infers a value, so without a declared one there is no figure.
 */
final class ValueAtRisk {

  private static final String USD = "USD";
  private static final String TAG = "tag:";
  private static final int CENTS = 2;

  /** A declared value, with the lines that declare it. */
  private final Map<SuiteTerms.Value, Set<Long>> values = new LinkedHashMap<>();

  private final Set<Named> tests = new LinkedHashSet<>();
  private final Set<Long> inventories = new TreeSet<>();
  private final Set<String> proved;

  /** What the term of a priority is made of, and the lines that say so. */
  record Term(
      SuiteTerms.Value value, int tests, int notProved, BigDecimal atRisk, List<Long> records) {}

  private record Named(String suite, Inventory.Test test) {

    String name() {
      return name(suite, test.id());
    }

    static String name(String suite, String test) {
      return suite + "\0" + test;
    }
  }

  private ValueAtRisk(List<Line> lines, Set<String> proved) {
    this.proved = proved;
    for (Line line : lines) {
      if (line.data() instanceof SuiteTerms terms) {
        terms.values().forEach(it -> declared(it).add(line.n()));
      }
      if (line.data() instanceof Inventory it) {
        inventories.add(line.n());
        it.tests().forEach(test -> tests.add(new Named(it.suite(), test)));
      }
    }
  }

  private Set<Long> declared(SuiteTerms.Value value) {
    return values.computeIfAbsent(value, _ -> new TreeSet<>());
  }

  /** How a proved test is named in the sets that the others take. */
  static String name(String suite, String test) {
    return Named.name(suite, test);
  }

  /** The sum over what is declared in USD. */
  static Optional<BigDecimal> usd(List<Line> lines, Set<String> proved) {
    List<Term> terms =
        terms(lines, proved).stream().filter(it -> it.value().currency().equals(USD)).toList();
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(terms.stream().map(Term::atRisk).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The term of each declared value. */
  static List<Term> terms(List<Line> lines, Set<String> proved) {
    ValueAtRisk risk = new ValueAtRisk(lines, proved);
    return risk.values.keySet().stream().map(risk::term).toList();
  }

  private Term term(SuiteTerms.Value value) {
    List<Named> concerned =
        tests.stream()
            .filter(it -> value.tests().stream().anyMatch(pattern -> names(pattern, it.test())))
            .toList();
    int open = (int) concerned.stream().filter(it -> !proved.contains(it.name())).count();
    TreeSet<Long> records = new TreeSet<>(inventories);
    records.addAll(declared(value));
    return new Term(
        value,
        concerned.size(),
        open,
        share(value.value(), open, concerned.size()),
        List.copyOf(records));
  }

  private static BigDecimal share(BigDecimal whole, int open, int all) {
    return all == 0
        ? BigDecimal.ZERO
        : whole
            .multiply(BigDecimal.valueOf(open))
            .divide(BigDecimal.valueOf(all), CENTS, RoundingMode.HALF_UP);
  }

  private static boolean names(String pattern, Inventory.Test test) {
    if (!pattern.startsWith(TAG)) {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(test.id()));
    }
    String tag = pattern.substring(TAG.length());
    return tag.equals(test.priority()) || tag.equals("area:" + test.area());
  }
}
