package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.ErrorStat;
import ai.netra.backend.usage.LatencyStat;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.QueryFailed;
import ai.netra.backend.usage.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool calls of one data step; what fails beyond the totals is dropped by name. One thread. */
final class DataCalls {

  private static final LatencyStat NO_LATENCY =
      new LatencyStat(0, null, null, null, null, null, null);
  private static final DataResult.Series NO_SERIES = new DataResult.Series(Bucket.DAY, List.of());

  private final Scope scope;
  private final Work work;
  private final List<String> dropped = new ArrayList<>();

  DataCalls(Scope scope, Work work) {
    this.scope = scope;
    this.work = work;
  }

  /** Names of the sections whose query failed. */
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  /** The first of the sums; the others are computed in the same pass over the rows. */
  Totals totals(Profile profile) throws InterruptedException {
    String operation = "Sum spend and tokens of the window";
    return call(
        SummaryTool.NAME,
        operation,
        id -> {
          scope.queries().ahead(scope.rows(), owners(profile), Bucket.DAY);
          return SummaryTool.reply(scope, work.facts(), id);
        });
  }

  /** By model, and by feature and customer where rows have them. */
  List<DataResult.Group> groups(Profile profile) throws InterruptedException {
    List<Dimension> wanted = owners(profile);
    wanted.addFirst(Dimension.MODEL);
    List<DataResult.Group> groups = new ArrayList<>();
    for (Dimension by : wanted) {
      groups.addAll(orElse("by " + by.wireName(), List.of(), () -> breakdown(by)));
    }
    return groups;
  }

  private static List<Dimension> owners(Profile profile) {
    List<Dimension> owners = new ArrayList<>();
    if (profile.featured() > 0) {
      owners.add(Dimension.FEATURE);
    }
    if (profile.customers() > 0) {
      owners.add(Dimension.CUSTOMER);
    }
    return owners;
  }

  DataResult.Series series() throws InterruptedException {
    String operation = "Sum spend of each UTC day of the window";
    return orElse(
        "series",
        NO_SERIES,
        () ->
            call(
                SeriesTool.NAME,
                operation,
                id -> SeriesTool.reply(scope, Bucket.DAY, work.facts(), id)));
  }

  LatencyStat latency() throws InterruptedException {
    String operation = "Rank the latency of the ok requests";
    return orElse(
        "latency",
        NO_LATENCY,
        () -> call(LatencyTool.NAME, operation, id -> LatencyTool.reply(scope, work.facts(), id)));
  }

  List<ErrorStat> errors() throws InterruptedException {
    String operation = "Count the requests that are not ok";
    return orElse(
        "errors",
        List.of(),
        () -> call(ErrorTool.NAME, operation, id -> ErrorTool.reply(scope, work.facts(), id)));
  }

  private List<DataResult.Group> breakdown(Dimension by) throws InterruptedException {
    Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
    parameters.put("by", by.wireName());
    return work.tool(
        BreakdownTool.NAME,
        "Sum spend and requests by " + by.wireName(),
        parameters,
        id -> BreakdownTool.reply(scope, by, work.facts(), id));
  }

  private <T> T call(String tool, String operation, Work.Tool<T> computing)
      throws InterruptedException {
    return work.tool(tool, operation, scope.parameters(), computing);
  }

  private <T> T orElse(String section, T otherwise, Query<T> query) throws InterruptedException {
    try {
      return query.get();
    } catch (QueryFailed e) {
      dropped.add(section);
      return otherwise;
    }
  }

  private interface Query<T> {
    T get() throws InterruptedException;
  }
}
