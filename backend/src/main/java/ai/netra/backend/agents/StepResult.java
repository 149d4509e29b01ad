package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import java.util.List;

/** What an agent's step gives; stored as JSON and read back by the steps after it. */
sealed interface StepResult
    permits TriageResult, DataResult, OptimizationResult, ActionPlan, DataRequest, ReportResult {

  /** The facts that the step made, in their order. */
  List<Fact> facts();

  /** How many rows its queries read. */
  long rowsRead();

  /** How many tools it called. */
  int toolCalls();
}
