package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Executed;
import ai.netra.loop.review.Review.Policy;
import ai.netra.loop.review.Review.Ran;
import ai.netra.loop.review.Review.Terms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What ran can refuse a candidate that reads well. */
class CountedTest {

  private static final Terms TERMS =
      new Terms(
          List.of(),
          List.of(),
          List.of(),
          new Policy(List.of("**"), List.of(), 80, List.of()),
          Cause.UNKNOWN,
          "");
  private static final Ran MENDED = new Ran(false, true, 0, 3, 0, 2);
  private static final Ran KEPT = new Ran(true, true, 4, 4, 2, 2);

  @Test
  void aMendedTestAndKeptOnesAreApproved() {
    Audited audited = counted(Map.of("total", MENDED, "stranger", KEPT), 2);

    assertThat(audited.score()).isEqualTo(100);
    assertThat(audited.approved()).isTrue();
    assertThat(audited.notAsked()).noneMatch(it -> it.startsWith("V08"));
  }

  @Test
  void aTestOfTheClusterThatIsStillRedRefuses() {
    assertThat(rules(counted(Map.of("total", new Ran(false, false, 0, 0, 0, 0)), 2)))
        .containsExactly("V08 total", "V23 tests");
  }

  @Test
  void aTestOfTheClusterThatDidNotRunRefuses() {
    assertThat(rules(counted(Map.of("stranger", KEPT), 2)))
        .containsExactly("V08 total", "V23 tests");
  }

  @Test
  void aTestThatWasGreenAndIsRedRefuses() {
    assertThat(
            rules(
                counted(Map.of("total", MENDED, "stranger", new Ran(true, false, 4, 4, 2, 2)), 2)))
        .containsExactly("V08 stranger");
  }

  @Test
  void fewerTestsRefuse() {
    assertThat(rules(counted(Map.of("total", MENDED), 1))).containsExactly("V01 inventory");
  }

  @Test
  void fewerAssertionsThatRanRefuse() {
    assertThat(
            rules(counted(Map.of("total", MENDED, "stranger", new Ran(true, true, 4, 3, 2, 2)), 2)))
        .containsExactly("V02 stranger");
  }

  @Test
  void fewerNoticedChangesRefuse() {
    assertThat(
            rules(counted(Map.of("total", MENDED, "stranger", new Ran(true, true, 4, 4, 2, 1)), 2)))
        .containsExactly("V02 stranger");
  }

  @Test
  void withoutAGuardTenPointsAreLost() {
    Executed executed = new Executed(Map.of("stranger", KEPT), Set.of(), 1, 1);

    assertThat(Review.counted(clean(), executed, TERMS).score()).isEqualTo(90);
  }

  private static Audited counted(Map<String, Ran> tests, int inventory) {
    return Review.counted(clean(), new Executed(tests, Set.of("total"), 2, inventory), TERMS);
  }

  private static Audited clean() {
    return new Audited("1", 100, true, List.of(), List.of("V08: needs runs of both trees"));
  }

  private static List<String> rules(Audited audited) {
    assertThat(audited.approved()).isFalse();
    return audited.findings().stream().map(it -> it.rule() + " " + it.place()).toList();
  }
}
