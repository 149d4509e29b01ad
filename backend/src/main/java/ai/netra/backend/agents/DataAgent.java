package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.ErrorStat;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.LatencyStat;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.Totals;
import ai.netra.backend.usage.Usage;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data: what happened in the window. Failing totals fail the step; another failed query drops its
 * section by name.
 */
final class DataAgent implements Agent<DataAgent.Asked, DataResult> {

  private final Usage usage;

  DataAgent(Usage usage) {
    this.usage = usage;
  }

  /** The rows to look at, and what they carry. */
  record Asked(
      DatasetAt dataset, String catalogue, UsageWindow window, Filters filters, Profile profile) {}

  @Override
  public AgentName name() {
    return AgentName.DATA;
  }

  @Override
  public Prepared<Asked> prepare(Finished finished) {
    Optional<TriageResult> triage = finished.triage();
    if (triage.isEmpty()) {
      return new Prepared.Missing<>("triage did not finish");
    }
    UsageWindow window = triage.get().window();
    if (window == null || triage.get().profile().rows() == 0) {
      return new Prepared.Missing<>("the window has no rows");
    }
    return new Prepared.Ready<>(
        new Asked(
            finished.dataset(),
            finished.snapshot().catalogue(),
            window,
            filters(triage.get()),
            triage.get().profile()));
  }

  @Override
  public DataResult run(Asked asked, Work work) throws InterruptedException {
    UsageQueries queries = usage.open(asked.dataset(), asked.catalogue());
    try (queries;
        Stopping _ = Stopping.of(work, queries)) {
      return computed(
          asked, new Scope(queries, asked.dataset(), asked.window(), asked.filters()), work);
    }
  }

  @Override
  public String summary(DataResult result) {
    Facts facts = new Facts(result.facts());
    return "%s in %s requests of the window."
        .formatted(
            Quantity.of(facts.get("spend")).render(), Quantity.of(facts.get("requests")).render());
  }

  private static DataResult computed(Asked asked, Scope scope, Work work)
      throws InterruptedException {
    work.think(plan(asked));
    DataCalls calls = new DataCalls(scope, work);
    Totals totals = calls.totals(asked.profile());
    List<DataResult.Group> groups = calls.groups(asked.profile());
    DataResult.Series series = calls.series();
    LatencyStat latency = calls.latency();
    List<ErrorStat> errors = calls.errors();
    Facts facts = new Facts(work.facts().facts());
    List<DataResult.Insight> insights = Insights.of(totals, groups, facts);
    work.think(finding(totals, groups));
    return new DataResult(
        asked.window(),
        totals,
        groups,
        series,
        latency,
        errors,
        insights,
        calls.dropped(),
        work.facts().facts(),
        work.rowsRead(),
        work.toolCalls());
  }

  static Filters filters(TriageResult triage) {
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    triage
        .filters()
        .forEach(
            (name, value) ->
                Dimension.named(name).ifPresent(dimension -> filters.put(dimension, value)));
    return new Filters(filters);
  }

  private static String plan(Asked asked) {
    String filtered =
        asked.filters().values().isEmpty()
            ? ""
            : " of " + String.join(" and ", asked.filters().values().values());
    return "Summing %s requests%s from %s to %s, then by model, feature and customer."
        .formatted(
            new Quantity.Count(asked.profile().rows()).render(),
            filtered,
            asked.window().from(),
            asked.window().to());
  }

  private static String finding(Totals totals, List<DataResult.Group> groups) {
    String spend = new Quantity.Money(totals.spend().amount()).render();
    return groups.stream()
        .filter(group -> group.by().equals(Dimension.MODEL.wireName()) && group.key() != null)
        .findFirst()
        .map(
            first ->
                "The window cost %s; the model %s has the largest part, %s."
                    .formatted(
                        spend, first.key(), new Quantity.Ratio(first.shareOfSpend()).render()))
        .orElse("The window cost %s; no model could be told apart.".formatted(spend));
  }
}
