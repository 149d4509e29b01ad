package ai.netra.loop.report;

import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.Report.TestReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The tests: how many, what became of each, which are alike in not being proved, what helps. */
final class TestSections {

  private TestSections() {}

  static boolean isProved(TestReport test) {
    return test.outcome().equals("proved");
  }

  static Section tests(RunLines run) {
    Report report = run.report();
    if (report.results().isEmpty()) {
      return Section.empty("tests", "Tests", "no full run came to a verdict, so no test has one");
    }
    List<Row> rows = report.results().stream().map(TestSections::row).toList();
    return Section.of(
        "tests",
        "Tests",
        new Figures(figures(run)),
        new Table(
            "Each test",
            false,
            List.of("claim", "priority", "outcome", "time", "lacks", "test"),
            rows));
  }

  private static List<Figure> figures(RunLines run) {
    Report.Tests tests = run.report().tests();
    Counts counts = tests.counts();
    List<Long> frozen = RunLines.numbers(run.all(Inventory.class));
    List<Long> verdicts =
        run.report().runs().stream().flatMap(it -> it.records().stream()).toList();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("D discovered", Value.count(tests.discovered()), frozen));
    figures.add(new Figure("E excluded", Value.count(tests.excluded()), frozen));
    figures.add(new Figure("N inventory", Value.count(counts.inventory()), frozen));
    figures.add(new Figure("proved", Value.count(counts.proved()), verdicts));
    figures.add(new Figure("failed", Value.count(counts.failed()), verdicts));
    figures.add(new Figure("error", Value.count(counts.error()), verdicts));
    figures.add(new Figure("flaky", Value.count(counts.flaky()), verdicts));
    figures.add(new Figure("unproven", Value.count(counts.unproven()), verdicts));
    figures.add(new Figure("not run", Value.count(counts.notRun()), verdicts));
    figures.add(new Figure("skipped", Value.count(counts.skipped()), verdicts));
    run.report()
        .levels()
        .forEach(
            (level, n) ->
                figures.add(new Figure("proved at level " + level, Value.count(n), verdicts)));
    return figures;
  }

  private static Row row(TestReport test) {
    return new Row(
        List.of(
            Value.words(test.claim()),
            Value.words(test.priority()),
            Value.words(test.outcome()),
            test.durationMillis() == null ? Value.NONE : Value.millis(test.durationMillis()),
            Value.words(isProved(test) ? "" : lacks(test)),
            Value.words(test.test())),
        records(test));
  }

  private static List<Long> records(TestReport test) {
    return test.parts().stream().flatMap(it -> it.refs().stream()).distinct().sorted().toList();
  }

  /** The first line of its error, else the parts that lack. */
  static String lacks(TestReport test) {
    String error = test.error();
    if (error != null && !test.outcome().equals("unproven")) {
      return error.strip().lines().findFirst().orElse("");
    }
    return test.parts().stream()
        .filter(it -> it.state() == State.MISSING || it.state() == State.CONTRADICTED)
        .map(TestSections::words)
        .collect(Collectors.joining("; "));
  }

  private static String words(Proof.Part part) {
    String state = part.state().name().toLowerCase(Locale.ROOT);
    return "part %d %s %s: %s".formatted(part.number(), part.name(), state, part.reason());
  }

  static Section groups(RunLines run) {
    Map<String, List<TestReport>> groups = new LinkedHashMap<>();
    for (TestReport test : run.report().results()) {
      if (!isProved(test)) {
        groups
            .computeIfAbsent(test.outcome() + ": " + lacks(test), _ -> new ArrayList<>())
            .add(test);
      }
    }
    if (groups.isEmpty()) {
      return Section.empty("failures", "Failure groups", whyNoGroup(run.report()));
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach((words, tests) -> rows.add(group(words, tests)));
    return Section.of(
        "failures",
        "Failure groups",
        new Table("Alike in words", false, List.of("group", "tests", "affected"), rows));
  }

  private static String whyNoGroup(Report report) {
    return report.results().isEmpty()
        ? "no full run came to a verdict"
        : "every test of the inventory is proved";
  }

  private static Row group(String words, List<TestReport> tests) {
    String claims = tests.stream().map(TestReport::claim).collect(Collectors.joining("; "));
    List<Long> records =
        tests.stream().flatMap(it -> records(it).stream()).distinct().sorted().toList();
    return new Row(
        List.of(Value.words(words), Value.count(tests.size()), Value.words(claims)), records);
  }

  static Section waysOn(RunLines run) {
    Report report = run.report();
    if (report.verdict().equals("proved")) {
      return Section.empty("blockers", "Blockers and ways on", "nothing blocks: all is proved");
    }
    List<Row> rows = new ArrayList<>();
    rows.add(
        blocker(
            report.reason() + ": " + report.sentence(),
            "netra verify " + report.run(),
            List.of(report.journal().lines())));
    report.results().stream()
        .filter(it -> !isProved(it))
        .forEach(
            it ->
                rows.add(
                    blocker(
                        it.claim() + ": " + Objects.toString(lacks(it), ""),
                        "netra why '" + it.test() + "' --run " + report.run(),
                        records(it))));
    return Section.of(
        "blockers",
        "Blockers and ways on",
        new Table("", false, List.of("blocker", "the command that shows it"), rows));
  }

  private static Row blocker(String what, String command, List<Long> records) {
    return new Row(List.of(Value.words(what), Value.words(command)), records);
  }
}
