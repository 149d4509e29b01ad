package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Report;
import java.util.List;

/** The answer: Markdown, and the same as a report object. */
record ReportResult(String markdown, Report report) implements StepResult {

  @Override
  public List<Fact> facts() {
    return List.of();
  }

  @Override
  public long rowsRead() {
    return 0;
  }

  @Override
  public int toolCalls() {
    return 0;
  }
}
