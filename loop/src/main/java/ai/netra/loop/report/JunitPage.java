package ai.netra.loop.report;

import ai.netra.loop.report.Report.TestReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results as JUnit XML, for tools that read it. Only a proved test has no child element: an
 * unproven or flaky one is a failure, and so is one that was not run an error.
 */
final class JunitPage {

  private JunitPage() {}

  static String text(Report report) {
    Map<String, List<TestReport>> suites = new LinkedHashMap<>();
    report
        .results()
        .forEach(it -> suites.computeIfAbsent(it.suite(), _ -> new ArrayList<>()).add(it));
    StringBuilder page = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    page.append("<testsuites name=\"" + Markup.escaped(report.project()) + "\"");
    page.append(counts(report.results()) + ">\n");
    suites.forEach((name, tests) -> suite(page, report, name, tests));
    return page.append("</testsuites>\n").toString();
  }

  private static void suite(
      StringBuilder page, Report report, String name, List<TestReport> tests) {
    page.append("  <testsuite name=\"" + Markup.escaped(name) + "\"" + counts(tests));
    page.append(" timestamp=\"" + report.started() + "\">\n");
    page.append("    <properties>\n");
    property(page, "run", report.run());
    property(page, "tree", report.tree());
    property(page, "verdict", report.verdict());
    property(page, "reason", report.reason());
    property(page, "journal", report.journal().hash());
    page.append("    </properties>\n");
    tests.forEach(it -> test(page, it));
    page.append("  </testsuite>\n");
  }

  private static void property(StringBuilder page, String name, String value) {
    page.append(
        "      <property name=\"%s\" value=\"%s\"/>\n".formatted(name, Markup.escaped(value)));
  }

  private static String counts(List<TestReport> tests) {
    long millis =
        tests.stream().mapToLong(it -> it.durationMillis() == null ? 0 : it.durationMillis()).sum();
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\""
        .formatted(
            tests.size(),
            count(tests, "failure"),
            count(tests, "error"),
            count(tests, "skipped"),
            BigDecimal.valueOf(millis, 3));
  }

  private static long count(List<TestReport> tests, String element) {
    return tests.stream().filter(it -> element(it).equals(element)).count();
  }

  /** The child element that says what became of the test; empty for a proved one. */
  private static String element(TestReport test) {
    return switch (test.outcome()) {
      case "proved" -> "";
      case "failed", "unproven", "flaky" -> "failure";
      case "skipped" -> "skipped";
      default -> "error";
    };
  }

  private static void test(StringBuilder page, TestReport test) {
    long millis = test.durationMillis() == null ? 0 : test.durationMillis();
    page.append(
        "    <testcase classname=\"%s\" name=\"%s\" time=\"%s\""
            .formatted(
                Markup.escaped(test.test()),
                Markup.escaped(test.claim()),
                BigDecimal.valueOf(millis, 3)));
    String element = element(test);
    if (element.isEmpty()) {
      page.append("/>\n");
      return;
    }
    page.append(">\n      <" + element);
    if (!element.equals("skipped")) {
      page.append(" type=\"" + Markup.escaped(test.outcome()) + "\"");
    }
    page.append(" message=\"" + Markup.escaped(TestSections.lacks(test)) + "\"/>\n");
    page.append("    </testcase>\n");
  }
}
