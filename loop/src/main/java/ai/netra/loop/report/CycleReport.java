package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import java.util.List;

/**
 * The report of a cycle to send around: the one model behind all its formats. Everything in it is
 * computed from journal lines.
 *
 * @param report what the run came to
 * @param lines the journal, for the words of the records that figures link to
 */
record CycleReport(Report report, List<Line> lines, List<Section> sections) {

  static CycleReport of(Report report, List<Line> lines) {
    RunLines run = new RunLines(report, lines);
    return new CycleReport(
        report,
        lines,
        List.of(
            ResultSection.of(run),
            StepSections.steps(run),
            StepSections.commands(run),
            TestSections.tests(run),
            TestSections.groups(run),
            Unrecorded.changes(),
            EvidenceSection.of(run),
            Unrecorded.credentials(),
            ServiceSection.of(run),
            CauseSection.of(run),
            Unrecorded.fixes(run),
            PerformanceSection.of(run),
            ValueSections.atRisk(run),
            ValueSections.runs(run),
            TestSections.waysOn(run),
            Unrecorded.next(run),
            TimelineSection.of(run)));
  }

  /** The text of the report in a format. */
  String text(RunReports.Format format) {
    return switch (format) {
      case MARKDOWN -> new MarkdownPage(this).text();
      case HTML -> new HtmlPage(this).text();
      case JSON -> CycleJson.pretty(this);
      case JUNIT -> JunitPage.text(report);
    };
  }
}
