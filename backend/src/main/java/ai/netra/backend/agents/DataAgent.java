package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.ErrorStat;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.LatencyStat;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.QueryFailed;
import ai.netra.backend.usage.Totals;
import ai.netra.backend.usage.Usage;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data: what happened in the window. Failing totals fail the step; another failed query drops its
 * section by name.
 */
final class DataAgent implements Agent<DataAgent.Asked, DataResult> {

  private static final LatencyStat NO_LATENCY =
      new LatencyStat(0, null, null, null, null, null, null);

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
    Totals totals =
        call(
            work,
            scope,
            SummaryTool.NAME,
            "Sum spend and tokens of the window",
            SummaryTool::reply);
    List<String> dropped = new ArrayList<>();
    List<DataResult.Group> groups = groups(asked, scope, work, dropped);
    DataResult.Series series =
        orElse(
            dropped,
            "series",
            new DataResult.Series(Bucket.DAY, List.of()),
            () ->
                call(
                    work,
                    scope,
                    SeriesTool.NAME,
                    "Sum spend of each UTC day of the window",
                    (s, book, id) -> SeriesTool.reply(s, Bucket.DAY, book, id)));
    LatencyStat latency =
        orElse(
            dropped,
            "latency",
            NO_LATENCY,
            () ->
                call(
                    work,
                    scope,
                    LatencyTool.NAME,
                    "Rank the latency of the ok requests",
                    LatencyTool::reply));
    List<ErrorStat> errors =
        orElse(
            dropped,
            "errors",
            List.of(),
            () ->
                call(
                    work,
                    scope,
                    ErrorTool.NAME,
                    "Count the requests that are not ok",
                    ErrorTool::reply));
    List<DataResult.Insight> insights =
        Insights.of(totals, groups, new Facts(work.facts().facts()));
    work.think(finding(totals, groups));
    return new DataResult(
        asked.window(),
        totals,
        groups,
        series,
        latency,
        errors,
        insights,
        dropped,
        work.facts().facts(),
        work.rowsRead(),
        work.toolCalls());
  }

  private static List<DataResult.Group> groups(
      Asked asked, Scope scope, Work work, List<String> dropped) throws InterruptedException {
    Map<Dimension, Boolean> wanted = new EnumMap<>(Dimension.class);
    wanted.put(Dimension.MODEL, true);
    wanted.put(Dimension.FEATURE, asked.profile().featured() > 0);
    wanted.put(Dimension.CUSTOMER, asked.profile().customers() > 0);
    List<DataResult.Group> groups = new ArrayList<>();
    for (Map.Entry<Dimension, Boolean> entry : wanted.entrySet()) {
      Dimension by = entry.getKey();
      if (entry.getValue()) {
        groups.addAll(
            orElse(dropped, "by " + by.wireName(), List.of(), () -> breakdown(scope, by, work)));
      }
    }
    return groups;
  }

  private static List<DataResult.Group> breakdown(Scope scope, Dimension by, Work work)
      throws InterruptedException {
    Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
    parameters.put("by", by.wireName());
    return work.tool(
        BreakdownTool.NAME,
        "Sum spend and requests by " + by.wireName(),
        parameters,
        id -> BreakdownTool.reply(scope, by, work.facts(), id));
  }

  private static <T> T call(
      Work work, Scope scope, String tool, String operation, Computing<T> computing)
      throws InterruptedException {
    return work.tool(
        tool, operation, scope.parameters(), id -> computing.reply(scope, work.facts(), id));
  }

  private static <T> T orElse(List<String> dropped, String section, T otherwise, Query<T> query)
      throws InterruptedException {
    try {
      return query.get();
    } catch (QueryFailed e) {
      dropped.add(section);
      return otherwise;
    }
  }

  private static Filters filters(TriageResult triage) {
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

  private interface Computing<T> {
    Work.Reply<T> reply(Scope scope, FactBook book, String call) throws InterruptedException;
  }

  private interface Query<T> {
    T get() throws InterruptedException;
  }
}
