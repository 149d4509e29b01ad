package ai.netra.loop.index;

import static java.util.stream.Collectors.averagingLong;
import static java.util.stream.Collectors.groupingBy;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the index keeps of one run. */
record Projection(RunRow run, List<ResultRow> results) {

  /**
   * A finished run.
   *
   * @param head the hash of the last line of its journal
   */
  record RunRow(
      String id,
      String target,
      String tree,
      Instant started,
      String verdict,
      String reason,
      long lines,
      String head) {}

  /** A test in a run, as its full runs with a verdict joined it. */
  record ResultRow(String suite, String test, Outcome outcome, String closure, long millis) {}

  private record Name(String suite, String test) {}

  /** The projection of a journal; nothing where the run has no end. */
  static Optional<Projection> of(List<Line> lines) {
    if (lines.isEmpty()
        || !(lines.getFirst().data() instanceof RunStarted started)
        || !(lines.getLast().data() instanceof RunFinished finished)) {
      return Optional.empty();
    }
    RunRow run =
        new RunRow(
            started.run(),
            started.target(),
            Standing.tree(lines, Line::data),
            lines.getFirst().time(),
            finished.verdict(),
            finished.reason(),
            lines.getLast().n(),
            lines.getLast().hash());
    return Optional.of(new Projection(run, results(Standing.of(lines, Line::data))));
  }

  private static List<ResultRow> results(List<Line> lines) {
    Map<Name, String> closures = closures(lines);
    Map<Name, Double> durations = durations(lines);
    return new Prover(lines.stream().map(it -> new Fact<>(it.n(), it.data())).toList())
        .results().stream().map(it -> row(it.outcome(), it.proof(), closures, durations)).toList();
  }

  private static ResultRow row(
      Outcome outcome, Proof proof, Map<Name, String> closures, Map<Name, Double> durations) {
    Name name = new Name(proof.suite(), proof.test());
    return new ResultRow(
        name.suite,
        name.test,
        outcome,
        closures.getOrDefault(name, ""),
        Math.round(durations.getOrDefault(name, 0.0)));
  }

  private static Map<Name, String> closures(List<Line> lines) {
    Map<Name, String> closures = new HashMap<>();
    for (Line line : lines) {
      if (line.data() instanceof Inventory it) {
        it.tests().forEach(test -> closures.put(new Name(it.suite(), test.id()), test.closure()));
      }
    }
    return closures;
  }

  private static Map<Name, Double> durations(List<Line> lines) {
    return lines.stream()
        .map(Line::data)
        .filter(Attempt.class::isInstance)
        .map(Attempt.class::cast)
        .filter(it -> it.key().mode() == Mode.VERDICT)
        .collect(
            groupingBy(
                it -> new Name(it.key().suite(), it.key().test()),
                averagingLong(Attempt::durationMillis)));
  }
}
