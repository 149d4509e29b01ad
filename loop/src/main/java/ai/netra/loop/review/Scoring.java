package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Audited;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the score: 100 less all deductions, 0 at least. The deductions add up to it. */
final class Scoring {

  private static final int FULL = 100;

  private Scoring() {}

  /** What one rule found, with no more deducted than it may take in all. */
  static List<Finding> capped(List<Finding> findings, int cap) {
    List<Finding> capped = new ArrayList<>();
    int left = cap;
    for (Finding it : findings) {
      int deduction = it.fatal() ? it.deduction() : Math.min(left, it.deduction());
      left -= it.fatal() ? 0 : deduction;
      capped.add(new Finding(it.rule(), it.place(), it.words(), deduction, it.fatal()));
    }
    return capped;
  }

  /** The whole: findings in the order of rules and places. */
  static Audited of(List<Finding> findings, int pass, List<String> notAsked) {
    List<Finding> sorted =
        findings.stream()
            .sorted(Comparator.comparing(Finding::rule).thenComparing(Finding::place))
            .toList();
    int deducted = sorted.stream().mapToInt(Finding::deduction).sum();
    int score = Math.max(0, FULL - deducted);
    boolean approved = score >= pass && sorted.stream().noneMatch(Finding::fatal);
    return new Audited(Rules.VERSION, score, approved, sorted, notAsked);
  }
}
