package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.TestKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SensitivityPartTest {

  private final Story story = Story.deployed("receipt").passes(TEST, 1).clean(TEST);

  @BeforeEach
  void theTestMadeACall() {
    story.call(TEST, "GET", "/items/7", 200).receipt("GET", "/items/{id}", 200);
  }

  @Test
  void bothMutantsNoticedIsPresent() {
    mutant(Change.STATUS, Status.FAILED, "status");
    mutant(Change.BODY, Status.ERROR, "leaves");
    assertPart(story, Parts.SENSITIVITY, State.PRESENT, "shop GET /items/{id}");
  }

  @Test
  void aMutantThatStaysGreenIsNamed() {
    mutant(Change.STATUS, Status.FAILED, "status");
    mutant(Change.BODY, Status.PASSED, "leaves");
    assertPart(
        story,
        Parts.SENSITIVITY,
        State.CONTRADICTED,
        "not noticed: whole-body mutant on shop GET /items");
  }

  @Test
  void aMutantThatWasNotRunIsMissing() {
    mutant(Change.STATUS, Status.FAILED, "status");
    assertPart(story, Parts.SENSITIVITY, State.MISSING, "no whole-body mutant of it was run");
  }

  @Test
  void redWithoutAChangedAnswerShowsNothing() {
    mutant(Change.STATUS, Status.FAILED, null);
    assertPart(story, Parts.SENSITIVITY, State.MISSING, "no answer was changed");
  }

  @Test
  void aSkippedMutantShowsNothing() {
    mutant(Change.STATUS, Status.SKIPPED, "status");
    assertPart(story, Parts.SENSITIVITY, State.MISSING, "its status mutant was skipped");
  }

  @Test
  void theLastTryCounts() {
    mutant(Change.BODY, Status.FAILED, "leaves");
    mutant(Change.STATUS, Status.PASSED, "status");
    mutant(Change.STATUS, Status.FAILED, "status");
    assertPart(story, Parts.SENSITIVITY, State.PRESENT, "it notices");
  }

  @Test
  void whatAnEarlierRunShowedHoldsForTheSameSources() {
    mutant(Change.STATUS, Status.FAILED, "status");
    mutant(Change.BODY, Status.FAILED, "leaves");
    List<Reused> shown =
        story.prover().offered(n -> "hash-" + n).stream()
            .filter(it -> it.part() == Parts.SENSITIVITY.number())
            .toList();
    assertThat(shown).hasSize(2);
    Story later = Story.deployed("receipt").passes(TEST, 1).clean(TEST);
    later.call(TEST, "GET", "/items/7", 200).receipt("GET", "/items/{id}", 200);
    shown.forEach(later::add);
    assertPart(later, Parts.SENSITIVITY, State.PRESENT, "it notices");
  }

  @Test
  void whatWasNotNoticedIsNotHandedOn() {
    mutant(Change.STATUS, Status.PASSED, "status");
    mutant(Change.BODY, Status.FAILED, "leaves");
    assertThat(story.prover().offered(_ -> ""))
        .extracting(it -> Objects.requireNonNull(it.mutant()).change())
        .containsExactly(Change.BODY);
  }

  @Test
  void theScoreCountsSingleLeavesAndFramesAndNamesThoseThatSurvive() {
    mutant(Change.BODY, Status.PASSED, "leaves");
    mutant(Change.LEAF, Status.PASSED, "leaf /data/0/id");
    assertThat(story.prover().scored())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.killed()).isFalse();
              assertThat(it.words()).isEqualTo("changed leaf /data/0/id on shop GET /items");
            });
  }

  @Test
  void theEndOfAProcessIsAnAnswerToo() {
    Story started = Story.deployed("receipt").passes(TEST, 1);
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);
    started.tell(Story.process(started.exchange(key, "start", "shop-1", 78)));
    assertThat(started.prover().answers(Story.SUITE, TEST, 1))
        .hasValueSatisfying(
            it -> {
              assertThat(it.method()).isEqualTo("start");
              assertThat(it.path().text()).isEmpty();
              assertThat(it.otherStatus()).isEqualTo(200);
            });
  }

  @Test
  void ofASocketTheLastFramesAreDroppedAndNotTheGreeting() {
    Story chat = Story.deployed("receipt").passes(TEST, 1);
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);
    chat.tell(Story.socket(chat.exchange(key, "GET", "/ws", 101), "hello", "text", "end", "end"));
    assertThat(chat.prover().answers(Story.SUITE, TEST, 1))
        .hasValueSatisfying(it -> assertThat(it.frames()).containsExactly("end", "text"));
  }

  @Test
  void whereARefusalIsExpectedTheMutantIsASuccess() {
    assertThat(answers(404).otherStatus()).isEqualTo(200);
    assertThat(answers(201).otherStatus()).isEqualTo(500);
  }

  @Test
  void theRouteIsThatOfTheReceipt() {
    assertThat(story.prover().answers(Story.SUITE, TEST, 1))
        .hasValueSatisfying(it -> assertThat(it.path().text()).isEqualTo("/items/{id}"));
  }

  private static Answers answers(int status) {
    return new Answers(
        Phase.CALL,
        Exchange.Kind.HTTP,
        "shop",
        "GET",
        new PathTemplate("/"),
        status,
        true,
        List.of(),
        false);
  }

  private void mutant(Change change, Status status, @Nullable String fault) {
    story.mutant(TEST, change, status, fault);
  }
}
