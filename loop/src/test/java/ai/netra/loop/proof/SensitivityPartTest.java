package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.SensitivityTerms;
import ai.netra.loop.record.TestKey;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SensitivityPartTest {

  private static final int BY_STATUS = 1;
  private static final int BY_LEAVES = 2;

  private final Story story = Story.deployed("receipt").passes(TEST, 1).clean(TEST);

  @BeforeEach
  void theTestMadeACall() {
    story.call(TEST, "GET", "/items/7", 200).receipt("GET", "/items/{id}", 200);
  }

  @Test
  void whatTheSuiteDoesNotAskForIsNotAsked() {
    assertPart(story, Parts.SENSITIVITY, State.NOT_ASKED, "does not ask");
  }

  @Test
  void bothMutantsNoticedIsPresent() {
    asked();
    mutant(BY_STATUS, Status.FAILED, "status");
    mutant(BY_LEAVES, Status.ERROR, "leaves");
    assertPart(story, Parts.SENSITIVITY, State.PRESENT, "shop GET /items/{id}");
  }

  @Test
  void aMutantThatStaysGreenIsNamed() {
    asked();
    mutant(BY_STATUS, Status.FAILED, "status");
    mutant(BY_LEAVES, Status.PASSED, "leaves");
    assertPart(
        story,
        Parts.SENSITIVITY,
        State.CONTRADICTED,
        "not noticed: whole-body mutant on shop GET /items/{id}");
  }

  @Test
  void aMutantThatWasNotRunIsMissing() {
    asked();
    mutant(BY_STATUS, Status.FAILED, "status");
    assertPart(story, Parts.SENSITIVITY, State.MISSING, "no mutant was run of its whole-body");
  }

  @Test
  void redWithoutAChangedAnswerShowsNothing() {
    asked();
    story.add(Story.attempt(key(BY_STATUS), 1, Status.FAILED, 1));
    assertPart(story, Parts.SENSITIVITY, State.MISSING, "no answer was changed");
  }

  @Test
  void whereARefusalIsExpectedTheMutantIsASuccess() {
    assertThat(answers(404).otherStatus()).isEqualTo(200);
    assertThat(answers(201).otherStatus()).isEqualTo(500);
  }

  @Test
  void theRouteIsThatOfTheReceipt() {
    asked();
    assertThat(story.prover().answers(Story.SUITE, TEST, 1))
        .hasValueSatisfying(it -> assertThat(it.path().text()).isEqualTo("/items/{id}"));
  }

  private static Answers answers(int status) {
    return new Answers(
        Phase.CALL, "shop", "GET", new PathTemplate("/"), status, true, Optional.empty());
  }

  private void asked() {
    story.add(new SensitivityTerms(Story.SUITE));
  }

  private void mutant(int number, Status status, String fault) {
    story.add(Story.attempt(key(number), 1, status, 1));
    story.tell(Story.disturbed(story.exchange(key(number), "GET", "/items/8", 500), fault));
  }

  private static TestKey key(int number) {
    return new TestKey(Story.SUITE, TEST, number, Mode.MUTANT);
  }
}
