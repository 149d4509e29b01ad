package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What reporting writes from.
 *
 * @param failed sentences about steps that failed or were skipped
 * @param names every name that a text may show as code
 */
record Material(
    String runId,
    String threadId,
    String dataset,
    long watermark,
    String asOf,
    String catalogueVersion,
    String pricesAsOf,
    boolean catalogueHasPrices,
    Optional<TriageResult> triage,
    Optional<DataResult> data,
    Optional<OptimizationResult> optimization,
    Optional<ActionPlan> actions,
    Optional<DataRequest> request,
    List<String> failed,
    Set<String> names,
    List<Fact> facts) {

  /** Sentences of every step that the answer must repeat. */
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    triage.ifPresent(result -> all.addAll(result.warnings()));
    optimization.ifPresent(result -> all.addAll(result.warnings()));
    return all;
  }

  /** How much of a report the finished steps allow. */
  ReportKind kind() {
    if (data.isEmpty()) {
      return ReportKind.GUIDANCE;
    }
    return optimization.isPresent() && actions.isPresent() ? ReportKind.FULL : ReportKind.PARTIAL;
  }

  boolean synthetic() {
    return dataset.startsWith("synthetic:");
  }
}
