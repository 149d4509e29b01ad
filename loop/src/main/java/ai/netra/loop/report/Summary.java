package ai.netra.loop.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one object that {@code netra loop --json} ends with.
 *
 * @param journal the path of the journal
 * @param report the path of {@code report.json}
 */
public record Summary(
    String verdict,
    String reason,
    @Nullable String tree,
    Map<String, String> builds,
    Tests tests,
    int rounds,
    int reused,
    double durationSeconds,
    @Nullable BigDecimal valueAtRiskUsd,
    @Nullable String journal,
    @Nullable String report) {

  /** N, the sum of the others. */
  public record Tests(
      int inventory,
      int proved,
      int failed,
      int error,
      int flaky,
      int unproven,
      int skipped,
      int notRun) {}

  private static final Tests NONE = new Tests(0, 0, 0, 0, 0, 0, 0, 0);

  /** The summary of a run whose folder holds its report. */
  public static Summary of(Report report, Path folder) {
    var counts = report.tests().counts();
    return new Summary(
        report.verdict(),
        report.reason(),
        report.tree(),
        report.builds(),
        new Tests(
            counts.inventory(),
            counts.proved(),
            counts.failed(),
            counts.error(),
            counts.flaky(),
            counts.unproven(),
            counts.skipped(),
            counts.notRun()),
        report.rounds(),
        report.reused(),
        report.durationSeconds(),
        report.valueAtRiskUsd(),
        folder.resolve("journal.jsonl").toString(),
        folder.resolve(RunReports.FILE).toString());
  }

  /** The summary of a run that stopped before its journal began. */
  public static Summary beforeRun(String reason) {
    return new Summary("stopped", reason, null, Map.of(), NONE, 0, 0, 0, null, null, null);
  }

  /** One line of JSON. */
  public String json() {
    return ReportJson.MAPPER.writeValueAsString(this);
  }
}
