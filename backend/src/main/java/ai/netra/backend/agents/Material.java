package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
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
    String dataset,
    long watermark,
    String asOf,
    String catalogueVersion,
    String pricesAsOf,
    boolean catalogueHasPrices,
    Optional<TriageResult> triage,
    Optional<DataResult> data,
    Optional<DataRequest> request,
    List<String> failed,
    Set<String> names,
    List<Fact> facts) {}
