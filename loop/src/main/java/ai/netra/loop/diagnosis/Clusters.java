package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.TestRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts failures together that are one by their fingerprint, or by the wrong answer they share. */
final class Clusters {

  /** The ids that are given out, by fingerprint. */
  private final Map<String, String> ids = new HashMap<>();

  private Clusters(List<? extends Fact<?>> facts) {
    for (Fact<?> fact : facts) {
      if (fact.entry() instanceof Cluster known) {
        ids.put(known.fingerprint(), known.id());
      }
    }
  }

  static List<Cluster> of(List<? extends Fact<?>> facts) {
    LastRound round = LastRound.of(facts);
    Clusters clusters = new Clusters(facts);
    Optional<Cluster> closed =
        round
            .closed()
            .map(Fact::entry)
            .map(it -> clusters.ofDeploy(String.valueOf(it.service()), it.reason()));
    return closed.map(List::of).orElseGet(() -> clusters.ofTests(round.failures()));
  }

  static Cluster ofSuite(List<? extends Fact<?>> facts, String suite, String reason) {
    Fingerprint print = Fingerprint.of(Kind.SUITE, suite, Messages.template(reason));
    return new Clusters(facts)
        .cluster(print, "suite " + suite + ": " + Messages.sentence(reason), List.of());
  }

  private Cluster ofDeploy(String service, String reason) {
    Fingerprint print = Fingerprint.of(Kind.DEPLOY, service, Messages.template(reason));
    return cluster(
        print, "deploy of " + service + " closed: " + Messages.sentence(reason), List.of());
  }

  private List<Cluster> ofTests(List<Failure> failures) {
    Map<Fingerprint, List<Failure>> alike = new LinkedHashMap<>();
    failures.forEach(
        it -> alike.computeIfAbsent(Fingerprint.of(it), _ -> new ArrayList<>()).add(it));
    return alike.entrySet().stream().map(it -> ofAlike(it.getKey(), it.getValue())).toList();
  }

  private Cluster ofAlike(Fingerprint print, List<Failure> failures) {
    List<TestRef> tests = failures.stream().map(Failure::test).toList();
    String count = tests.size() == 1 ? "1 test: " : tests.size() + " tests: ";
    return cluster(print, count + failures.getFirst().sentence(), tests);
  }

  private Cluster cluster(Fingerprint print, String title, List<TestRef> tests) {
    String id = ids.computeIfAbsent(print.hash(), _ -> "c" + (ids.size() + 1));
    return new Cluster(id, print.kind(), print.hash(), title, tests);
  }
}
