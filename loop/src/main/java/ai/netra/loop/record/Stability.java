package ai.netra.loop.record;

import java.util.List;

/**
 * What a candidate showed on the target.
 *
 * @param repeated how often the cluster's tests were red in their repetition
 * @param regressions tests that were green on base and are not on the candidate
 * @param passed whether it can be committed
 */
public record Stability(
    String cluster,
    String tree,
    Blame.Rate repeated,
    List<TestRef> regressions,
    boolean passed,
    String reason)
    implements AboutFailure {

  public Stability {
    regressions = List.copyOf(regressions);
  }
}
