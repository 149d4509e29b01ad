package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Investigation.Found;
import ai.netra.loop.diagnosis.Trials.Varied;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.DeployDone;
import java.util.List;
import java.util.stream.Stream;

/** What was seen of a cluster in the failed run. */
record Symptom(Cluster cluster, List<Failure> failures, Found found) {

  String text() {
    return cluster.title();
  }

  /** Whether tests, and no service, are at fault. */
  boolean isOfTests() {
    return cluster.kind() == Kind.UNPROVEN || found.trials().varied() == Varied.SUITES;
  }

  /** The lines that tell of it. */
  List<Long> lines(LastRound round) {
    if (cluster.kind() == Kind.DEPLOY) {
      return round.closed().map(Fact::n).stream().toList();
    }
    return failures.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.proof().n()), attempt(it)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Long> attempt(Failure failure) {
    Fact<?> attempt = failure.attempt();
    return attempt == null ? Stream.of() : Stream.of(attempt.n());
  }

  /** Why the gate stayed closed, or what the failures say. */
  String reason(LastRound round) {
    if (cluster.kind() == Kind.DEPLOY) {
      return round.closed().map(Fact::entry).map(DeployDone::reason).orElse(cluster.title());
    }
    return failures.isEmpty()
        ? cluster.title()
        : String.join("\n", failures.stream().map(Failure::message).toList());
  }
}
