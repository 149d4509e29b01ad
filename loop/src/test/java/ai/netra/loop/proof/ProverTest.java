package ai.netra.loop.proof;

import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import org.junit.jupiter.api.Test;

class ProverTest {

  private final Story story = Story.deployed("receipt");

  @Test
  void aControlRefusesThePhaseThatTheEvidenceStandsIn() {
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);
    story.passes(TEST, 1);
    story.tell(Story.inPhase(story.exchange(key, "GET", "/items", 200), Phase.SETUP));
    assertThat(story.prover().controlledPhase(Story.SUITE, TEST, 1)).contains(Phase.SETUP);
  }

  @Test
  void aTestWithoutCallsHasNothingToControl() {
    story.passes(TEST, 1);
    assertThat(story.prover().controlledPhase(Story.SUITE, TEST, 1)).isEmpty();
  }

  @Test
  void aTestThatFailedIsNotControlled() {
    story.attempt(TEST, 1, Status.FAILED, 1).call(TEST, "GET", "/items", 200);
    assertThat(story.prover().controlledPhase(Story.SUITE, TEST, 1)).isEmpty();
  }

  @Test
  void theSameRecordsGiveTheSameProofs() {
    story.proved(TEST);
    assertThat(new Prover(story.facts()).proofs(1)).isEqualTo(story.prover().proofs(1));
  }
}
