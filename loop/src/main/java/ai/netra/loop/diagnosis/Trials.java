package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Diagnosis.Experiment;
import ai.netra.loop.diagnosis.Diagnosis.Laboratory;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Observed.End;
import ai.netra.loop.record.Observed.Sight;
import ai.netra.loop.record.TestRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The experiments on one cluster: which trees show the failure. Experiments come in the same order
 * each time the same things are seen, so that a diagnosis that is begun again repeats none.
 */
final class Trials {

  /** What is taken from the tree that is looked at; the rest is the failed tree's. */
  enum Varied {
    SERVICES,
    SUITES
  }

  /** Whether a tree shows the failure. */
  enum Colour {
    RED,
    GREEN,
    /** It could not be built or deployed, so the tests did not say anything. */
    UNRESOLVED
  }

  /** One look at a tree. */
  record Look(Fact<Observed> fact, Colour colour) {}

  private final Laboratory laboratory;
  private final Cluster cluster;
  private final List<TestRef> tests;
  private final String failed;
  private final Varied varied;
  private final Map<String, Integer> repetitions = new HashMap<>();
  private final Map<String, List<Look>> looks = new LinkedHashMap<>();

  /** Where the deploy itself failed: how far it came on the failed tree. */
  private @Nullable End redEnd;

  /**
   * @param tests those of the cluster that are run
   * @param failed the failed tree
   */
  Trials(
      Laboratory laboratory, Cluster cluster, List<TestRef> tests, String failed, Varied varied) {
    this.laboratory = laboratory;
    this.cluster = cluster;
    this.tests = List.copyOf(tests);
    this.failed = failed;
    this.varied = varied;
  }

  /** Looks at a tree once more. */
  Look look(String purpose, String tree) {
    int nth = repetitions.merge(purpose + " " + tree, 1, Integer::sum);
    boolean services = varied == Varied.SERVICES;
    Fact<Observed> seen =
        laboratory.observe(
            new Experiment(
                cluster.id(),
                purpose,
                nth,
                services ? tree : failed,
                services ? failed : tree,
                tests));
    Look look = new Look(seen, colour(seen.entry(), tree));
    looks.computeIfAbsent(tree, _ -> new ArrayList<>()).add(look);
    return look;
  }

  private Colour colour(Observed seen, String tree) {
    if (cluster.kind() == Kind.DEPLOY) {
      return ofDeploy(seen.end(), tree);
    }
    if (cluster.kind() == Kind.SUITE && seen.end() == End.SUITE_FAILED) {
      return Colour.RED;
    }
    return seen.end() == End.RAN ? ofTests(seen.sights()) : Colour.UNRESOLVED;
  }

  private Colour ofDeploy(End end, String tree) {
    if (tree.equals(failed) && end != End.RAN && redEnd == null) {
      redEnd = end;
    }
    if (end == End.RAN) {
      return Colour.GREEN;
    }
    return end == redEnd ? Colour.RED : Colour.UNRESOLVED;
  }

  /** A test that a suite lacks does not fail in it. */
  private Colour ofTests(List<Sight> sights) {
    if (sights.stream().anyMatch(Sight::isRed)) {
      return Colour.RED;
    }
    boolean green =
        sights.stream()
            .allMatch(it -> it.isGreen() || (it.status() == null && varied == Varied.SUITES));
    boolean skipped = sights.stream().anyMatch(it -> it.status() == Status.SKIPPED);
    return green && !skipped ? Colour.GREEN : Colour.UNRESOLVED;
  }

  String failed() {
    return failed;
  }

  Varied varied() {
    return varied;
  }

  Cluster cluster() {
    return cluster;
  }

  /** Whether only a deploy or the finding of tests is tried, which mostly ends the same way. */
  boolean withoutTests() {
    return tests.isEmpty();
  }

  List<Look> looks(String tree) {
    return looks.getOrDefault(tree, List.of());
  }

  boolean isTried(String tree) {
    return looks.containsKey(tree);
  }

  /** How often a tree was red in looks for a purpose, of those that said something. */
  Blame.Rate rate(String tree, String purpose) {
    return rate(looks(tree).stream().filter(it -> isFor(it, purpose)).toList());
  }

  private static boolean isFor(Look look, String purpose) {
    return look.fact().entry().purpose().equals(purpose);
  }

  /** The lines of the looks at a tree that came out so. */
  List<Long> lines(String tree, Colour colour) {
    return looks(tree).stream()
        .filter(it -> it.colour() == colour)
        .map(it -> it.fact().n())
        .toList();
  }

  /** How often a tree was red, of the looks that said something. */
  Blame.Rate rate(String tree) {
    return rate(looks(tree));
  }

  private static Blame.Rate rate(List<Look> looks) {
    long red = looks.stream().filter(it -> it.colour() == Colour.RED).count();
    long green = looks.stream().filter(it -> it.colour() == Colour.GREEN).count();
    return new Blame.Rate((int) red, (int) (red + green));
  }

  /** Whether no tree was red one time and green another. */
  boolean areSteady() {
    return looks.keySet().stream()
        .map(this::rate)
        .allMatch(it -> it.red() == 0 || it.red() == it.runs());
  }
}
