package ai.netra.loop.proof;

import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Verdict;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private final Story story = Story.deployed("receipt").proved(TEST);

  @Test
  void canariesThatComeOutAsTheyMustAreRight() {
    Verdict verdict = story.canaries(1).prover().verdict(1);
    assertThat(verdict.canariesRight()).isTrue();
    assertThat(verdict.canaries())
        .isEqualTo(
            "netra-canary:passes unproven, netra-canary:swallows unproven,"
                + " netra-canary:fails failed");
  }

  @Test
  void aFailingCanaryThatPassesIsWrong() {
    story.attempt(Canary.PASSES.testId(), 1, Status.PASSED, 1);
    story.attempt(Canary.SWALLOWS.testId(), 1, Status.PASSED, 0);
    story.attempt(Canary.FAILS.testId(), 1, Status.PASSED, 1);
    assertThat(story.prover().verdict(1).canariesRight()).isFalse();
  }

  @Test
  void aSwallowingCanaryMustBeFoundOutForSwallowing() {
    story.attempt(Canary.PASSES.testId(), 1, Status.PASSED, 1);
    story.attempt(Canary.SWALLOWS.testId(), 1, Status.PASSED, 1).clean(Canary.SWALLOWS.testId());
    story.attempt(Canary.FAILS.testId(), 1, Status.FAILED, 1);
    assertThat(story.prover().verdict(1).canariesRight()).isFalse();
  }

  @Test
  void canariesThatAreSilentAreWrongWhereAllElseIsProved() {
    assertThat(story.prover().verdict(1).canariesRight()).isFalse();
  }

  @Test
  void canariesLostWithTheRunAreNotWrong() {
    Story cut = Story.deployed("receipt").attempt(TEST, 1, Status.NOT_RUN, 0);
    assertThat(cut.prover().verdict(1).canariesRight()).isTrue();
  }
}
