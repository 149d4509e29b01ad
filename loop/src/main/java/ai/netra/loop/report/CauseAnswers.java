package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Edge;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Node;
import ai.netra.loop.record.Cause.Support;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Observed.Sight;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.report.Why.CauseAnswer;
import ai.netra.loop.report.Why.Refuted;
import ai.netra.loop.report.Why.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What diagnoses of a run found out, cluster by cluster; of what was found again the last counts.
 */
final class CauseAnswers {

  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private final Map<String, Blame> blames = new LinkedHashMap<>();
  private final Map<String, Culprit> culprits = new LinkedHashMap<>();
  private final Map<String, Cause> causes = new LinkedHashMap<>();

  CauseAnswers(List<Line> lines) {
    for (Line line : lines) {
      switch (line.data()) {
        case Cluster it -> clusters.put(it.id(), it);
        case Blame it -> blames.put(it.cluster(), it);
        case Culprit it -> culprits.put(it.cluster(), it);
        case Cause it -> causes.put(it.cluster(), it);
        default -> {}
      }
    }
  }

  /** All clusters that were looked into, in their order. */
  List<CauseAnswer> all() {
    return clusters.values().stream().flatMap(it -> answer(it).stream()).toList();
  }

  /** The clusters that a test is in. */
  List<CauseAnswer> of(String suite, String test) {
    TestRef ref = new TestRef(suite, test);
    return clusters.values().stream()
        .filter(it -> it.tests().contains(ref))
        .flatMap(it -> answer(it).stream())
        .toList();
  }

  /** The clusters of what kept all tests from running; a cluster can be asked for by its id. */
  List<CauseAnswer> withoutTests(String asked) {
    return clusters.values().stream()
        .filter(it -> it.tests().isEmpty() || it.id().equals(asked))
        .flatMap(it -> answer(it).stream())
        .toList();
  }

  private Optional<CauseAnswer> answer(Cluster cluster) {
    return Optional.ofNullable(causes.get(cluster.id())).map(it -> answer(cluster, it));
  }

  private CauseAnswer answer(Cluster cluster, Cause cause) {
    return new CauseAnswer(
        cluster.id(),
        cluster.title(),
        Optional.ofNullable(blames.get(cluster.id())).map(CauseAnswers::words).orElse(""),
        Optional.ofNullable(culprits.get(cluster.id())).map(CauseAnswers::words).orElse(""),
        cause.service(),
        cause.statement(),
        cause.grounded(),
        path(cause),
        refuted(cause));
  }

  /** At each level the node that something supported leads to, else the first of the level. */
  private static List<Step> path(Cause cause) {
    List<Step> path = new ArrayList<>();
    for (Level level : Level.values()) {
      Optional<Edge> edge =
          cause.edges().stream()
              .filter(it -> it.support() == Support.SUPPORTED)
              .filter(it -> cause.nodes().get(it.to()).level() == level)
              .findFirst();
      edge.map(it -> cause.nodes().get(it.to()))
          .or(() -> cause.nodes().stream().filter(it -> it.level() == level).findFirst())
          .ifPresent(it -> path.add(step(it, edge)));
    }
    return path;
  }

  private static Step step(Node node, Optional<Edge> edge) {
    return new Step(
        node.level().name().toLowerCase(Locale.ROOT),
        node.text(),
        node.kind(),
        edge.map(it -> it.prediction() + ": " + it.observed()).orElse(""),
        edge.map(Edge::refs).orElse(node.refs()));
  }

  private static List<Refuted> refuted(Cause cause) {
    return cause.edges().stream()
        .filter(it -> it.support() == Support.REFUTED)
        .map(it -> new Refuted(it.claim(), it.prediction(), it.observed(), it.refs()))
        .toList();
  }

  private static String words(Blame it) {
    String word = it.word().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s: red %s here, %s on base".formatted(word, words(it.failed()), words(it.onBase()));
  }

  private static String words(Rate rate) {
    return rate.red() + " of " + rate.runs();
  }

  private static String words(Culprit it) {
    String found = it.found().name().toLowerCase(Locale.ROOT);
    if (it.commits().isEmpty()) {
      return found + ": " + it.reason();
    }
    return "%s %s \"%s\", probability %.3f after %d looks, red %s on it and %s before it"
        .formatted(
            found,
            String.join(" ", it.commits()),
            it.subject(),
            it.probability(),
            it.steps(),
            words(it.culprit()),
            words(it.parent()));
  }

  /** An experiment in a few words. */
  static String words(Observed it) {
    long red = it.sights().stream().filter(Sight::isRed).count();
    String seen =
        it.end() == Observed.End.RAN
            ? "%d of %d tests red".formatted(red, it.sights().size())
            : it.end().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + it.reason();
    return "%s of %s, services of %.10s, suites of %.10s: %s"
        .formatted(it.purpose(), it.cluster(), it.services(), it.suites(), seen);
  }
}
