package ai.netra.loop.proof;

import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.TestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The algebra of outcomes: of attempts, of full runs, of counts. */
class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "FAILED, FAILED",
    "ERROR, ERROR",
    "SKIPPED, SKIPPED",
    "NOT_RUN, NOT_RUN",
    "PASSED, UNPROVEN"
  })
  void aPassAloneIsAClaim(Status status, Outcome outcome) {
    Story story = Story.deployed("receipt").attempt(TEST, 1, status, 1);
    assertThat(PartAssert.proof(story).outcome()).isEqualTo(outcome);
  }

  @Test
  void aPassAfterAFailureIsFlaky() {
    Story story = Story.deployed("receipt").attempt(TEST, 1, Status.FAILED, 1);
    story.add(Story.attempt(new TestKey(Story.SUITE, TEST, 2, Mode.VERDICT), 1, Status.PASSED, 1));
    assertThat(PartAssert.proof(story).outcome()).isEqualTo(Outcome.FLAKY);
  }

  @Test
  void aMissingResultIsAnError() {
    assertThat(PartAssert.proof(Story.deployed("receipt")).outcome()).isEqualTo(Outcome.ERROR);
  }

  @Test
  void anotherOutcomeInASecondFullRunIsFlaky() {
    Story story = Story.deployed("receipt").proved(TEST).judged(1);
    story.attempt(TEST, 2, Status.FAILED, 1).judged(2);
    assertThat(story.prover().results()).extracting(it -> it.outcome()).containsOnly(Outcome.FLAKY);
  }

  @Test
  void aRunThatWasCutSaysNothingOfSteadiness() {
    Story story = Story.deployed("receipt", TEST, "late").proved(TEST).proved("late").judged(1);
    story.attempt(TEST, 2, Status.ERROR, 0).attempt("late", 2, Status.NOT_RUN, 0).judged(2);
    assertThat(story.prover().counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 0, 1));
  }

  @Test
  void countsAddUpToTheInventory() {
    Story story = Story.deployed("receipt", TEST, "fails", "lost").proved(TEST);
    story.attempt("fails", 1, Status.FAILED, 1).judged(1);
    assertThat(story.prover().counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0, 0, 0));
  }

  @Test
  void beforeTheFirstVerdictNothingIsRun() {
    Story story = Story.deployed("receipt", TEST, "b").proved(TEST);
    assertThat(story.prover().counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 0, 0, 2));
  }

  @Test
  void anEmptyInventoryIsNeverAllProved() {
    assertThat(new Counts(0, 0, 0, 0, 0, 0, 0, 0).allProved()).isFalse();
  }
}
