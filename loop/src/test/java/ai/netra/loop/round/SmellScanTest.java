package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Smells;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run found in the sources of its tests, the next does not look for again. */
class SmellScanTest {

  private static final String CANARY = Canary.PASSES.testId();

  @TempDir private Path folder;
  private List<ReusedSmells> shown = List.of();

  @BeforeEach
  void lookOnce() {
    Ran first = run("rules", List.of());
    assertThat(first.looked()).containsExactly("a", "b", CANARY);
    shown = new Prover(first.ledger.facts()).offeredSmells(n -> "hash-" + n);
  }

  @Test
  void sourcesThatAreTheSameAreNotLookedAtAgain() {
    Ran second = run("rules", shown);
    assertThat(second.result.exit()).isZero();
    assertThat(second.looked()).containsExactly(CANARY);
    assertThat(second.journal.all(ReusedSmells.class)).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void underOtherRulesAllAreLookedAtAgain() {
    Ran second = run("other rules", shown);
    assertThat(second.result.exit()).isZero();
    assertThat(second.looked()).containsExactly("a", "b", CANARY);
  }

  @Test
  void aTestWithOtherSourcesIsLookedAtAgain() {
    Smells a = shown.getFirst().smells();
    Smells changed = new Smells(a.suite(), a.test(), "before", a.catalogue(), a.findings());
    Ran second = run("rules", List.of(new ReusedSmells("R", "h", 1, changed), shown.getLast()));
    assertThat(second.result.exit()).isZero();
    assertThat(second.looked()).containsExactly("a", CANARY);
  }

  @Test
  void aLookIsOfferedUntilTenRunsTookItOver() {
    Ran second = run("rules", shown);
    assertThat(new Prover(second.ledger.facts()).offeredSmells(_ -> ""))
        .containsExactlyElementsOf(shown.stream().map(ReusedSmells::again).toList());
    List<ReusedSmells> old =
        shown.stream()
            .map(it -> new ReusedSmells(it.run(), it.hash(), Reused.MOST_USES, it.smells()))
            .toList();
    Ran last = run("rules", old);
    assertThat(last.looked()).containsExactly(CANARY);
    assertThat(new Prover(last.ledger.facts()).offeredSmells(_ -> "")).isEmpty();
  }

  private record Ran(Result result, Ledger ledger, MemoryJournal journal) {

    List<String> looked() {
      return journal.all(Smells.class).stream().map(Smells::test).toList();
    }
  }

  private Ran run(String rules, List<ReusedSmells> earlier) {
    MemoryJournal journal = new MemoryJournal();
    Ledger ledger = new Ledger(journal);
    ScriptedSuite suite = new ScriptedSuite(ledger, List.of("a", "b"));
    suite.rules = rules;
    ScriptedStage stage = new ScriptedStage(ledger, suite);
    stage.shown = new Shown(List.of(), earlier);
    String nonce = ScriptedSuite.NONCE;
    RunStarted started =
        new RunStarted(
            1, "R", "shop", "local", "tree", "main", false, nonce, 2, List.of(), Map.of());
    LastKnownGood good = new LastKnownGood(folder.resolve("good"));
    return new Ran(
        new Round(started, (_, _) -> stage, ledger, good, new VerdictOnly(), new Silent()).run(),
        ledger,
        journal);
  }
}
