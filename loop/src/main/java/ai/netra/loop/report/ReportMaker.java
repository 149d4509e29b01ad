package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.record.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Computes the report of a finished run from its journal. */
final class ReportMaker {

  private static final int SCHEMA = 1;

  private final List<Line> lines;
  private final List<Line> standing;
  private final Prover prover;
  private final RunStarted started;
  private final RunFinished finished;

  private ReportMaker(List<Line> lines, RunStarted started, RunFinished finished) {
    this.lines = lines;
    this.standing = Standing.of(lines, Line::data);
    this.started = started;
    this.finished = finished;
    this.prover = new Prover(lines.stream().map(it -> new Fact<>(it.n(), it.data())).toList());
  }

  /** The report, or nothing where the journal has no last line yet. */
  static Optional<Report> make(List<Line> lines) {
    if (lines.isEmpty()
        || !(lines.getFirst().data() instanceof RunStarted started)
        || !(lines.getLast().data() instanceof RunFinished finished)) {
      return Optional.empty();
    }
    return Optional.of(new ReportMaker(lines, started, finished).report());
  }

  private Report report() {
    List<Prover.TestResult> results = prover.results();
    Counts counts = prover.counts();
    Instant first = lines.getFirst().time();
    return new Report(
        SCHEMA,
        started.run(),
        started.project(),
        started.target(),
        Standing.tree(lines, Line::data),
        started.branch(),
        started.dirty(),
        first,
        seconds(first, lines.getLast().time()),
        finished.verdict(),
        finished.reason(),
        finished.sentence(),
        finished.exit(),
        finished.leftIn(),
        Words.counted(counts, levels(results)),
        tests(counts),
        levels(results),
        builds(),
        services(),
        runs(),
        steps(),
        TestReports.of(standing, results),
        Mutation.scores(prover.scored()),
        lines.getLast().round(),
        reused(),
        ValueAtRisk.usd(lines, proved(results)).orElse(null),
        new Report.Head(lines.getLast().n(), lines.getLast().hash()));
  }

  private Report.Tests tests(Counts counts) {
    List<Inventory> inventories = all(Inventory.class).stream().map(Found::entry).toList();
    return new Report.Tests(
        inventories.stream().mapToInt(Inventory::discovered).sum(),
        inventories.stream().mapToInt(it -> it.excluded().size()).sum(),
        counts);
  }

  private static Set<String> proved(List<Prover.TestResult> results) {
    return results.stream()
        .filter(it -> it.outcome() == Outcome.PROVED)
        .map(it -> ValueAtRisk.name(it.proof().suite(), it.proof().test()))
        .collect(Collectors.toSet());
  }

  private static Map<String, Integer> levels(List<Prover.TestResult> results) {
    Map<String, Integer> levels = new TreeMap<>();
    results.stream()
        .filter(it -> it.outcome() == Outcome.PROVED)
        .forEach(it -> levels.merge(it.proof().level(), 1, Integer::sum));
    return levels;
  }

  private Map<String, String> builds() {
    Map<String, String> builds = new TreeMap<>();
    all(Build.class).forEach(it -> builds.put(it.entry().service(), it.entry().build()));
    return builds;
  }

  private List<Report.Service> services() {
    List<Report.Service> services = new ArrayList<>();
    for (Found<Build> build : firstBuilds()) {
      Build it = build.entry();
      Optional<Found<DeployAttested>> attested =
          all(DeployAttested.class).stream()
              .filter(one -> one.entry().service().equals(it.service()))
              .filter(one -> one.entry().build().equals(it.build()))
              .reduce((_, later) -> later);
      List<Long> records = new ArrayList<>(List.of(build.line().n()));
      attested.ifPresent(one -> records.add(one.line().n()));
      services.add(
          new Report.Service(
              it.service(),
              it.build(),
              it.digest(),
              it.reused(),
              it.durationMillis(),
              attested.map(one -> one.entry().level()).orElse(null),
              attested.map(one -> one.entry().readyMillis()).orElse(null),
              records));
    }
    return services;
  }

  private List<Report.FullRun> runs() {
    return all(Verdict.class).stream().map(ReportMaker::run).toList();
  }

  private static Report.FullRun run(Found<Verdict> found) {
    Verdict it = found.entry();
    return new Report.FullRun(
        it.run(), it.counts(), it.canariesRight(), it.canaries(), List.of(found.line().n()));
  }

  /** A state lasts from the transition into it, the first from the first line. */
  private List<Report.Step> steps() {
    List<Report.Step> steps = new ArrayList<>();
    Line entered = lines.getFirst();
    String reason = "";
    for (Found<Transition> found : found(lines, Transition.class)) {
      double seconds = seconds(entered.time(), found.line().time());
      steps.add(new Report.Step(found.entry().from(), reason, seconds, entered.n()));
      entered = found.line();
      reason = found.entry().reason();
    }
    return steps;
  }

  private int reused() {
    long builds = firstBuilds().stream().filter(it -> it.entry().reused()).count();
    return (int) builds + all(Reused.class).size() + all(ReusedSmells.class).size();
  }

  /** A loop that was started again finds in the cache what the run itself had built. */
  private List<Found<Build>> firstBuilds() {
    Map<String, Found<Build>> first = new LinkedHashMap<>();
    all(Build.class)
        .forEach(it -> first.putIfAbsent(it.entry().service() + " " + it.entry().build(), it));
    return List.copyOf(first.values());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private record Found<T extends Entry>(Line line, T entry) {}

  private <T extends Entry> List<Found<T>> all(Class<T> kind) {
    return found(standing, kind);
  }

  private static <T extends Entry> List<Found<T>> found(List<Line> lines, Class<T> kind) {
    return lines.stream()
        .filter(it -> kind.isInstance(it.data()))
        .map(it -> new Found<>(it, kind.cast(it.data())))
        .toList();
  }
}
