package ai.netra.loop.diagnosis;

import ai.netra.loop.project.Project;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.workspace.Changes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out why a tree is not proved: what failed alike, since when, by which change, and how. It
 * decides nothing on the target and writes to no file; what it asks is asked of a laboratory.
 */
public final class Diagnosis {

  private final Laboratory laboratory;
  private final Changes changes;
  private final Function<Entry, Long> sink;

  /**
   * A diagnosis of the failures of one run.
   *
   * @param sink appends a line to the journal and returns its number
   */
  public Diagnosis(Laboratory laboratory, Changes changes, Function<Entry, Long> sink) {
    this.laboratory = laboratory;
    this.changes = changes;
    this.sink = sink;
  }

  /** Where experiments are made, apart from the target. */
  @FunctionalInterface
  public interface Laboratory {

    /**
     * Deploys a tree, runs tests against it and returns what was seen, once it is journaled. An
     * experiment that stands in the journal is not made again.
     *
     * @throws ai.netra.loop.journal.JournalFailure when the disk refuses
     */
    Fact<Observed> observe(Experiment experiment);
  }

  /**
   * What to try.
   *
   * @param purpose as in {@link Observed}
   * @param nth which repetition of the same experiment it is, from 1
   * @param services the tree whose services and configuration are deployed
   * @param suites the tree whose tests run
   * @param tests the tests; none where only deploy or discovery is tried
   */
  public record Experiment(
      String cluster,
      String purpose,
      int nth,
      String services,
      String suites,
      List<TestRef> tests) {

    public Experiment {
      tests = List.copyOf(tests);
    }
  }

  /**
   * What a diagnosis is about.
   *
   * @param tree the one that failed
   * @param base the last proved tree; empty where none is known
   * @param dirty whether the failed tree holds what no commit has
   * @param project the settings of the failed tree
   * @param facts the records of the run so far, in the order of their lines
   * @param earlier those of the run that proved base; empty where they are not at hand
   */
  public record Subject(
      String tree,
      Optional<String> base,
      boolean dirty,
      Project project,
      List<Fact<?>> facts,
      List<Fact<?>> earlier) {

    public Subject {
      facts = List.copyOf(facts);
      earlier = List.copyOf(earlier);
    }
  }

  /** What a diagnosis of a cluster came to; each part is journaled. */
  public record Diagnosed(
      Cluster cluster, Blame blame, Culprit culprit, Optional<Minimal> minimal, Cause cause) {}

  /**
   * The clusters of what failed last: tests of the last verdict since the round began, or the
   * service that kept the deploy gate closed. A failure that an earlier round of the run had keeps
   * its id.
   *
   * @param facts the records of the run, in the order of their lines
   */
  public static List<Cluster> clusters(List<? extends Fact<?>> facts) {
    return Clusters.of(facts);
  }

  /**
   * The cluster of a suite that could not be built, or whose tests were not found.
   *
   * @param reason what the suite room said of it
   */
  public static Cluster brokenSuite(List<? extends Fact<?>> facts, String suite, String reason) {
    return Clusters.ofSuite(facts, suite, reason);
  }

  /**
   * Finds out since when a cluster fails, by which change, and how; each finding is journaled when
   * it is made. A diagnosis that is begun again makes the same experiments in the same order.
   */
  public Diagnosed of(Cluster cluster, Subject subject) {
    return new Investigation(laboratory, changes, sink, cluster, subject).diagnosed();
  }
}
