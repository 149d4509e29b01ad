package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.RunStarted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run showed of its tests, the next takes over where it holds. */
class ReuseTest {

  private static final List<String> TESTS = List.of("a", "b");

  /** Controls, the two mutants that are asked, and those that make the score. */
  private static final int ALL = 4;

  @TempDir private Path folder;
  private List<Reused> shown = List.of();

  @BeforeEach
  void controlOnce() {
    Ran first = run("tree-1", List.of());
    assertThat(first.disturbed()).isEqualTo(ALL);
    shown = new Prover(first.ledger.facts()).offered(n -> "hash-" + n);
    assertThat(shown).filteredOn(it -> it.part() == 5).extracting(Reused::test).isEqualTo(TESTS);
    assertThat(shown).filteredOn(it -> it.part() == 6).hasSize(3 * TESTS.size());
  }

  @Test
  void onTheSameTreeNothingIsShownAgain() {
    Ran second = run("tree-1", shown);
    assertThat(second.result.exit()).isZero();
    assertThat(second.disturbed()).isZero();
    assertThat(second.journal.all(Reused.class)).isEqualTo(shown);
  }

  @Test
  void onAnotherTreeItHoldsWhereSourcesAndExchangesAreTheSame() {
    assertThat(run("tree-2", shown).disturbed()).isZero();
  }

  @Test
  void onAnotherTreeOtherExchangesAreShownAnew() {
    assertThat(run("tree-2", changed(it -> copy(it, it.closure(), "other", 1))).disturbed())
        .isEqualTo(ALL);
    assertThat(run("tree-1", changed(it -> copy(it, it.closure(), "other", 1))).disturbed())
        .isZero();
  }

  @Test
  void otherSourcesAreShownAnew() {
    assertThat(run("tree-1", changed(it -> copy(it, "other", it.shape(), 1))).disturbed())
        .isEqualTo(ALL);
  }

  @Test
  void afterTenRunsItIsShownAnew() {
    assertThat(run("tree-1", uses(Reused.MOST_USES)).disturbed()).isZero();
    assertThat(run("tree-1", uses(Reused.MOST_USES + 1)).disturbed()).isEqualTo(ALL);
  }

  @Test
  void whatWasTakenOverIsOfferedOnceMore() {
    Ran second = run("tree-1", shown);
    assertThat(new Prover(second.ledger.facts()).offered(_ -> ""))
        .containsExactlyElementsOf(shown.stream().map(Reused::again).toList());
    Ran last = run("tree-1", uses(Reused.MOST_USES));
    assertThat(new Prover(last.ledger.facts()).offered(_ -> "")).isEmpty();
  }

  private List<Reused> uses(int uses) {
    return changed(it -> copy(it, it.closure(), it.shape(), uses));
  }

  private List<Reused> changed(UnaryOperator<Reused.Origin> change) {
    return shown.stream()
        .map(
            it ->
                new Reused(
                    it.part(),
                    it.suite(),
                    it.test(),
                    change.apply(it.origin()),
                    it.mutant(),
                    it.attempt(),
                    it.exchanges()))
        .toList();
  }

  private static Reused.Origin copy(Reused.Origin it, String closure, String shape, int uses) {
    return new Reused.Origin(it.run(), it.hash(), uses, it.tree(), closure, shape, it.catalogue());
  }

  private record Ran(Result result, ScriptedSuite suite, Ledger ledger, MemoryJournal journal) {

    long disturbed() {
      return suite.runs.stream().filter(it -> it.mode() != Mode.VERDICT).count();
    }
  }

  private Ran run(String tree, List<Reused> earlier) {
    MemoryJournal journal = new MemoryJournal();
    Ledger ledger = new Ledger(journal);
    ScriptedSuite suite = new ScriptedSuite(ledger, TESTS);
    ScriptedStage stage = new ScriptedStage(ledger, suite);
    stage.shown = new Shown(earlier, List.of());
    RunStarted started =
        new RunStarted(
            1,
            "R",
            "shop",
            "local",
            tree,
            "main",
            false,
            ScriptedSuite.NONCE,
            2,
            List.of(),
            Map.of());
    LastKnownGood good = new LastKnownGood(folder.resolve("good"));
    return new Ran(
        new Round(started, (_, _) -> stage, ledger, good, new VerdictOnly(), new Silent()).run(),
        suite,
        ledger,
        journal);
  }
}
