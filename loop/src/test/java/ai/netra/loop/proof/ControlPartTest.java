package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.Story.TEST;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.TestKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlPartTest {

  private final Story story = Story.deployed("receipt").passes(TEST, 1).clean(TEST);

  @BeforeEach
  void theTestMadeACall() {
    story.call(TEST, "GET", "/items", 200).receipt("GET", "/items", 200);
  }

  @Test
  void redWhenItsCallsAreRefusedIsPresent() {
    story.redControl(TEST);
    assertPart(story, Parts.CONTROL, State.PRESENT, "red when its calls are refused");
  }

  @Test
  void greenWhenItsCallsAreRefusedContradicts() {
    story.control(TEST, Status.PASSED, "refuse");
    assertPart(story, Parts.CONTROL, State.CONTRADICTED, "stays green");
  }

  @Test
  void aSkipIsNotRed() {
    story.control(TEST, Status.SKIPPED, null);
    assertPart(story, Parts.CONTROL, State.MISSING, "not red");
  }

  @Test
  void redWithoutARefusedCallShowsNothing() {
    story.control(TEST, Status.ERROR, null);
    assertPart(story, Parts.CONTROL, State.MISSING, "no call of it was refused");
  }

  @Test
  void everyInvocationMustTurnRed() {
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.CONTROL);
    Attempt red = Story.attempt(key, 1, Status.FAILED, 1);
    story.add(
        new Attempt(
            key,
            1,
            red.traceId(),
            Status.FAILED,
            List.of(Status.FAILED, Status.PASSED),
            red.phases(),
            1,
            0,
            red.workerPid(),
            red.workerBirth(),
            red.started(),
            5,
            null,
            null,
            null));
    story.tell(Story.disturbed(story.exchange(key, "GET", "/items", 200), "refuse"));
    assertPart(story, Parts.CONTROL, State.CONTRADICTED, "an invocation stays green");
  }

  @Test
  void withoutControlItIsMissing() {
    assertPart(story, Parts.CONTROL, State.MISSING, "no control was run");
  }
}
