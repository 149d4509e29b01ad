package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogues;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Usage;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Quantity;
import java.util.List;
import java.util.Optional;

/** Optimization: what to change, and what it saves, by arithmetic alone. */
final class Optimization implements Agent<Optimization.Asked, OptimizationResult> {

  private final Usage usage;
  private final Catalogues catalogues;
  private final Cubes cubes;
  private final Optimiser optimiser;

  Optimization(Usage usage, Catalogues catalogues, Cubes cubes, Optimiser optimiser) {
    this.cubes = cubes;
    this.usage = usage;
    this.catalogues = catalogues;
    this.optimiser = optimiser;
  }

  /** The rows to save on, under which constraints and assumptions. */
  record Asked(
      DatasetAt dataset,
      Snapshot snapshot,
      UsageWindow window,
      Filters filters,
      Constraints constraints,
      Assumptions assumptions,
      List<Change> supposed) {}

  @Override
  public AgentName name() {
    return AgentName.OPTIMIZATION;
  }

  @Override
  public Prepared<Asked> prepare(Finished finished) {
    Optional<DataResult> data = finished.data();
    Optional<TriageResult> triage = finished.triage();
    if (data.isEmpty() || triage.isEmpty()) {
      return new Prepared.Missing<>("the data step did not finish");
    }
    return new Prepared.Ready<>(
        new Asked(
            finished.dataset(),
            finished.snapshot(),
            data.get().window(),
            DataAgent.filters(triage.get()),
            triage.get().constraints(),
            Assumptions.read(finished.request().settings().get("assumptions")),
            triage.get().supposed().stream().map(Supposition::change).toList()));
  }

  @Override
  public OptimizationResult run(Asked asked, Work work) throws InterruptedException {
    UsageQueries queries = usage.open(asked.dataset(), asked.snapshot().catalogue());
    try (queries;
        Stopping _ = Stopping.of(work, queries)) {
      Scope scope = new Scope(queries, asked.dataset(), asked.window(), asked.filters());
      SceneReader reader =
          new SceneReader(
              cubes, catalogues.version(asked.snapshot().catalogue()), asked.snapshot().asOf());
      return new OptimizationCalls(optimiser, reader, scope, work)
          .all(asked.constraints(), asked.assumptions(), asked.supposed());
    }
  }

  @Override
  public String summary(OptimizationResult result) {
    if (result.withheld()) {
      return "Too many tokens have no price in the catalogue for a total saving.";
    }
    return result.portfolio().applied().isEmpty()
        ? "No strategy saves enough to be advised."
        : "%s a month can be saved."
            .formatted(Quantity.of(new Facts(result.facts()).get("monthly_saving")).render());
  }
}
