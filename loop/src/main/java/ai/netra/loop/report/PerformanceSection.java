package ai.netra.loop.report;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PerformanceTerms;
import ai.netra.loop.record.PerformanceTerms.Measure;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.RunLines.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast the services answered while the tests ran, beside the declared targets. A measure
 * without samples is {@code no data}, which is not met.
 */
final class PerformanceSection {

  private static final List<Integer> PERCENTILES = List.of(50, 95, 99);

  private PerformanceSection() {}

  static Section of(RunLines run) {
    List<Found<Exchange>> answered = run.answered();
    List<Block> blocks = new ArrayList<>();
    List<Row> targets = new ArrayList<>();
    for (Found<PerformanceTerms> terms : run.all(PerformanceTerms.class)) {
      terms.entry().measures().forEach(it -> targets.add(target(terms.n(), it, answered)));
    }
    if (!targets.isEmpty()) {
      blocks.add(
          new Table(
              "Against targets, with all tests at work at once",
              false,
              List.of(
                  "measure",
                  "of",
                  "statistic",
                  "target",
                  "n",
                  "p50",
                  "p95",
                  "p99",
                  "state",
                  "critical"),
              targets));
    }
    List<Row> routes = routes(run, answered);
    if (!routes.isEmpty()) {
      blocks.add(
          new Table(
              "Whole answers by route",
              false,
              List.of("service", "route", "n", "p50", "p95", "p99"),
              routes));
    }
    return blocks.isEmpty()
        ? Section.empty(
            "performance", "Performance", "no performance is declared and no answer has a route")
        : new Section("performance", "Performance", "", blocks);
  }

  private static Row target(long declared, Measure measure, List<Found<Exchange>> answered) {
    Samples samples = Samples.of(measure, answered);
    List<Value> values = new ArrayList<>();
    values.add(Value.words(measure.name()));
    values.add(Value.words(measure.what()));
    values.add(Value.words("p" + measure.percentile()));
    values.add(Value.milliseconds(measure.targetMicros()));
    values.addAll(figures(samples.micros()));
    values.add(Value.words(state(measure, samples.micros())));
    values.add(Value.words(measure.critical() ? "yes" : "no"));
    List<Long> records = new ArrayList<>(List.of(declared));
    records.addAll(samples.records());
    return new Row(values, records);
  }

  private static String state(Measure measure, List<Long> micros) {
    if (micros.isEmpty()) {
      return "no data";
    }
    boolean met = new Percentiles(micros).at(measure.percentile()) <= measure.targetMicros();
    return met ? "met" : "missed";
  }

  /** The number of samples, then the percentiles. */
  private static List<Value> figures(List<Long> micros) {
    List<Value> figures = new ArrayList<>(List.of(Value.count(micros.size())));
    for (int percent : PERCENTILES) {
      figures.add(
          micros.isEmpty()
              ? Value.words("no data")
              : Value.milliseconds(new Percentiles(micros).at(percent)));
    }
    return figures;
  }

  private static List<Row> routes(RunLines run, List<Found<Exchange>> answered) {
    Map<String, Map<String, List<Found<Exchange>>>> byRoute = new TreeMap<>();
    for (Found<Exchange> found : answered) {
      if (found.entry().socket() == null) {
        run.route(found.entry())
            .ifPresent(
                route ->
                    byRoute
                        .computeIfAbsent(found.entry().service(), _ -> new TreeMap<>())
                        .computeIfAbsent(route, _ -> new ArrayList<>())
                        .add(found));
      }
    }
    List<Row> rows = new ArrayList<>();
    byRoute.forEach(
        (service, routes) -> routes.forEach((route, all) -> rows.add(route(service, route, all))));
    return rows;
  }

  private static Row route(String service, String route, List<Found<Exchange>> all) {
    List<Value> values = new ArrayList<>(List.of(Value.words(service), Value.words(route)));
    values.addAll(figures(all.stream().map(it -> it.entry().totalMicros()).toList()));
    return new Row(values, RunLines.numbers(all));
  }
}
