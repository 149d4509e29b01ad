package ai.netra.loop.record;

import java.util.List;

/**
 * The audit of a candidate for a cluster: the same trees and rules give the same score again.
 *
 * @param cluster the fingerprint of what the candidate mends
 * @param candidate git's id of the audited tree, {@code base} of the last proved one
 * @param rules the version of the rules
 * @param score 100 less all deductions, 0 at least
 * @param notAsked rules that nobody asked, with the reason
 */
public record AuditScore(
    String cluster,
    String candidate,
    String base,
    String rules,
    int score,
    boolean approved,
    List<Finding> findings,
    List<String> notAsked)
    implements AboutFailure {

  /**
   * What a rule found.
   *
   * @param rule its name, V01 to V23
   * @param place {@code file:line}, the line from 1 in the candidate, or the name of a test
   * @param words the sentence for people
   * @param deduction what it takes from the score
   * @param fatal whether it alone refuses the candidate
   */
  public record Finding(String rule, String place, String words, int deduction, boolean fatal) {}
}
