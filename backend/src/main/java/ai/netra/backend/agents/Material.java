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
    Prices prices,
    Optional<TriageResult> triage,
    Optional<DataResult> data,
    Optional<OptimizationResult> optimization,
    Optional<ActionPlan> actions,
    Optional<DataRequest> request,
    List<String> failed,
    Set<String> names,
    List<Fact> facts) {

  /** What the catalogue offers: none, prices to check before use, prices to take as they are. */
  enum Prices {
    NONE,
    TO_CHECK,
    CONFIRMED
  }

  /** Sentences that the answer must repeat: of every step, and of the prices that it uses. */
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    if (prices == Prices.TO_CHECK && listed()) {
      all.add(
          "The prices are those of the catalogue %s, which are to be checked before use."
              .formatted(Markdown.code(catalogueVersion)));
    }
    triage.ifPresent(result -> all.addAll(result.warnings()));
    optimization.ifPresent(result -> all.addAll(result.warnings()));
    return all;
  }

  /** Whether an amount of the answer comes from the catalogue, not from bills alone. */
  private boolean listed() {
    return optimization.isPresent()
        || data.map(DataResult::totals)
            .filter(totals -> !totals.spend().equals(totals.billed()))
            .isPresent();
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
