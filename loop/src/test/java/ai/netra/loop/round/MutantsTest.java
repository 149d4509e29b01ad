package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.suite.FullRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutantsTest {

  private static final List<String> TESTS = List.of("a", "b");
  private static final List<String> FRAMES = List.of("hello", "text", "end", "more", "more");

  private final MemoryJournal journal = new MemoryJournal();
  private final Ledger ledger = new Ledger(journal);
  private final ScriptedSuite suite = new ScriptedSuite(ledger, TESTS);

  @Test
  void eachTestRunsAgainWithItsStatusWithItsBodyAndWithALeafChanged() {
    Mutants mutants = mutants();
    run(mutants.asked(Change.STATUS, false));
    run(mutants.asked(Change.BODY, false));
    run(mutants.seeded());
    assertThat(journal.all(Mutant.class))
        .filteredOn(it -> it.key().test().equals("a"))
        .extracting(Mutant::change, Mutant::status)
        .containsExactly(tuple(Change.STATUS, 500), tuple(Change.BODY, 0), tuple(Change.LEAF, 0));
  }

  @Test
  void whatATestNoticedIsNotTriedAgain() {
    Mutants mutants = mutants();
    run(mutants.asked(Change.STATUS, false));
    assertThat(mutants.asked(Change.STATUS, true)).isEmpty();
  }

  @Test
  void whatEndedBeforeAnAnswerWasChangedIsTriedAgainWithMoreTime() {
    suite.stuckInSetup.add("b");
    Mutants mutants = mutants();
    FullRun first = run(mutants.asked(Change.BODY, false));
    FullRun again = run(mutants.asked(Change.BODY, true));
    assertThat(first.timeouts()).containsEntry("b", Duration.ofSeconds(3));
    assertThat(again.order()).containsExactly("b");
    assertThat(again.timeouts()).containsEntry("b", Duration.ofSeconds(10));
  }

  @Test
  void whoDoesNotMissTheLastFramesOfASocketGetsNoneButTheGreetingOnce() {
    suite.frames = FRAMES;
    passes("b");
    Mutants mutants = mutants();
    run(mutants.asked(Change.STATUS, false));
    FullRun again = run(mutants.asked(Change.STATUS, true));
    assertThat(again.order()).containsExactly("b");
    assertThat(again.timeouts()).containsEntry("b", Duration.ofSeconds(3));
    assertThat(journal.all(Mutant.class))
        .extracting(it -> it.key().test(), Mutant::frames)
        .containsExactly(
            tuple("a", List.of("more", "end")),
            tuple("b", List.of("more", "end")),
            tuple("b", List.of("more", "end", "text")));
    assertThat(mutants.asked(Change.STATUS, true)).isEmpty();
  }

  @Test
  void whoLeftBeforeTheLastFramesOfASocketCameGetsNoneButTheGreetingTheSecondTime() {
    suite.frames = FRAMES;
    suite.stuckInSetup.add("b");
    Mutants mutants = mutants();
    run(mutants.asked(Change.STATUS, false));
    run(mutants.asked(Change.STATUS, true));
    assertThat(journal.all(Mutant.class))
        .filteredOn(it -> it.key().test().equals("b"))
        .extracting(Mutant::frames)
        .containsExactly(List.of("more", "end"), List.of("more", "end", "text"));
  }

  @Test
  void noneMakesTheScoreWhoseAskedMutantsWereNotMadeHere() {
    assertThat(mutants().seeded()).isEmpty();
  }

  private void passes(String test) {
    suite.scripts.add(
        (key, _) -> key.test().equals(test) && key.mode() == Mode.MUTANT ? Status.PASSED : null);
  }

  private Mutants mutants() {
    ledger.append(
        1,
        "",
        new SuiteTerms(
            "e2e", "junit", "wire", true, List.of("shop"), List.of(), List.of(), List.of()),
        List.of());
    Inventory inventory = suite.discover();
    ledger.append(1, "", inventory, List.of());
    List<Attempt> green = run(new FullRun(1, 1, Mode.VERDICT, TESTS, Map.of(), Map.of(), false));
    return new Mutants(ledger, inventory, ScriptedSuite.NONCE, new Mutants.Green(1, green));
  }

  private FullRun run(Optional<Mutants.Plan> plan) {
    plan.orElseThrow().mutants().forEach(it -> ledger.append(1, "", it, List.of()));
    run(plan.get().run());
    return plan.get().run();
  }

  private List<Attempt> run(FullRun run) {
    return suite.run(run, it -> ledger.append(1, "", it, List.of()));
  }
}
