package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Prover.TestResult;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.report.Report.TestReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the report of each test. */
final class TestReports {

  private record TestOfRun(String suite, String test, int run) {}

  private record TestName(String suite, String test) {}

  private final Map<TestName, Inventory.Test> tests = new HashMap<>();
  private final Map<TestOfRun, Attempt> attempts = new HashMap<>();
  private final Map<TestKey, List<Long>> recordings = new HashMap<>();

  private TestReports(List<Line> lines) {
    lines.forEach(this::add);
  }

  static List<TestReport> of(List<Line> lines, List<TestResult> results) {
    TestReports reports = new TestReports(lines);
    return results.stream().map(reports::report).toList();
  }

  private void add(Line line) {
    if (line.data() instanceof Inventory it) {
      it.tests().forEach(test -> tests.put(new TestName(it.suite(), test.id()), test));
    }
    if (line.data() instanceof Attempt it && it.key().mode() == Mode.VERDICT) {
      attempts.put(new TestOfRun(it.key().suite(), it.key().test(), it.run()), it);
    }
    if (line.data() instanceof Exchange it && it.key() != null) {
      recordings.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(line.n());
    }
  }

  private TestReport report(TestResult result) {
    Proof proof = result.proof();
    Optional<Attempt> attempt =
        Optional.ofNullable(attempts.get(new TestOfRun(proof.suite(), proof.test(), proof.run())));
    Optional<Inventory.Test> test =
        Optional.ofNullable(tests.get(new TestName(proof.suite(), proof.test())));
    return new TestReport(
        proof.suite(),
        proof.test(),
        test.map(Inventory.Test::claim).orElse(proof.test()),
        test.map(Inventory.Test::priority).orElse(null),
        result.outcome().name().toLowerCase(Locale.ROOT),
        proof.level(),
        proof.run(),
        attempt.map(Attempt::durationMillis).orElse(null),
        attempt.map(TestReports::error).orElse(null),
        proof.parts(),
        attempt.map(it -> recordings.getOrDefault(it.key(), List.of())).orElse(List.of()));
  }

  /** The error in one line; null where the test had none. */
  private static @Nullable String error(Attempt attempt) {
    if (attempt.message() == null) {
      return attempt.errorType();
    }
    return attempt.errorType() == null
        ? attempt.message()
        : attempt.errorType() + ": " + attempt.message();
  }
}
