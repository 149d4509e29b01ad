package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Audited;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A score is 100 less its deductions, and nothing else. */
class RubricTest {

  private static final int PASS = 80;

  @Test
  void withoutAFindingTheScoreIsWhole() {
    assertThat(Scoring.of(List.of(), PASS, List.of()))
        .extracting(Audited::score, Audited::approved)
        .containsExactly(100, true);
  }

  @Test
  void deductionsAddUpToTheScore() {
    Audited audited = Scoring.of(List.of(costs("V15", 5), costs("V12", 10)), PASS, List.of());

    assertThat(audited.score()).isEqualTo(85);
    assertThat(audited.findings()).extracting(Finding::rule).containsExactly("V12", "V15");
  }

  @Test
  void theScoreThatIsAskedForPasses() {
    assertThat(Scoring.of(List.of(costs("V21", 20)), PASS, List.of()).approved()).isTrue();
  }

  @Test
  void onePointLessDoesNot() {
    assertThat(Scoring.of(List.of(costs("V21", 21)), PASS, List.of()).approved()).isFalse();
  }

  @Test
  void aFatalFindingRefusesWhateverPasses() {
    Audited audited =
        Scoring.of(List.of(new Finding("V16", "a:1", "a key", 100, true)), 0, List.of());

    assertThat(audited.approved()).isFalse();
    assertThat(audited.score()).isZero();
  }

  @Test
  void aScoreIsNeverBelowZero() {
    assertThat(Scoring.of(List.of(costs("V21", 70), costs("V05", 70)), PASS, List.of()).score())
        .isZero();
  }

  @Test
  void aRuleTakesNoMoreThanItMay() {
    List<Finding> four = Stream.generate(() -> costs("V12", 10)).limit(4).toList();

    assertThat(Scoring.capped(four, 30))
        .extracting(Finding::deduction)
        .containsExactly(10, 10, 10, 0);
  }

  private static Finding costs(String rule, int points) {
    return new Finding(rule, "a:1", "words", points, false);
  }
}
