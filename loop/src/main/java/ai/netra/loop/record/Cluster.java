package ai.netra.loop.record;

import java.util.List;

/**
 * Failures that share a fingerprint and are worked on as one.
 *
 * @param id {@code c1}, {@code c2} … in a run
 * @param fingerprint a hash in hex: the same failure has the same one in every run
 * @param title what failed, in a sentence
 * @param tests those it is seen in; none where the deploy or the suite itself failed
 */
public record Cluster(String id, Kind kind, String fingerprint, String title, List<TestRef> tests)
    implements AboutFailure {

  /** What failed. */
  public enum Kind {
    /** Tests are red. */
    TEST,
    /** Tests passed, and a part of their proof is missing or contradicts. */
    UNPROVEN,
    /** The deploy gate closed. */
    DEPLOY,
    /** A suite does not build, or its tests are not found. */
    SUITE
  }

  public Cluster {
    tests = List.copyOf(tests);
  }
}
