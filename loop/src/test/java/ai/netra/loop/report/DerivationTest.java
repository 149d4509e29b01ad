package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chain that was rewritten as a whole still has to say what its raw records give. */
class DerivationTest {

  private static final Counts PROVED = new Counts(1, 1, 0, 0, 0, 0, 0, 0);
  private static final Counts NOT_RUN = new Counts(1, 0, 0, 0, 0, 0, 0, 1);

  private final List<Line> lines = new ArrayList<>();

  DerivationTest() {
    add(
        new RunStarted(
            1, "R", "p", "local", "tree", "main", false, "ab".repeat(32), 1, List.of(), Map.of()));
    add(
        new SuiteTerms(
            "e2e", "command", "wire", false, List.of(), List.of(), List.of(), List.of()));
    Inventory.Test test = new Inventory.Test("a", "a", null, null, "T.java", "c");
    add(new Inventory("e2e", 1, List.of(), List.of(test), "sha"));
  }

  @Test
  void aTruthfulStopBeforeTheFirstRunHasNoFinding() {
    end("stopped", 10, NOT_RUN);
    assertThat(Derivation.findings(lines)).isEmpty();
  }

  @Test
  void aProofThatTheRecordsDoNotGiveIsNamed() {
    add(new Order("e2e", 1, Order.Basis.SEED, 7, List.of("a")));
    add(new Proof("e2e", "a", 1, "wire", List.of(), Outcome.PROVED));
    add(new Verdict(1, 4, PROVED, true, "this kind has none"));
    end("proved", 0, PROVED);
    assertThat(Derivation.findings(lines))
        .anyMatch(it -> it.startsWith("line 5 (proof): the records give another proof of a"))
        .anyMatch(it -> it.startsWith("line 6 (verdict): the records give Verdict["));
  }

  @Test
  void aVerdictThatNothingProvedIsNamed() {
    end("proved", 0, NOT_RUN);
    assertThat(Derivation.findings(lines))
        .containsExactly(
            "line 4 (run.finished): verdict proved with exit 0, the records give stopped");
  }

  @Test
  void countsThatTheRecordsDoNotGiveAreNamed() {
    end("stopped", 10, PROVED);
    assertThat(Derivation.findings(lines))
        .containsExactly("line 4 (run.finished): the records give " + NOT_RUN);
  }

  @Test
  void anOrderThatLeavesTestsOutIsNamed() {
    add(new Order("e2e", 1, Order.Basis.SEED, 7, List.of()));
    end("stopped", 10, NOT_RUN);
    assertThat(Derivation.findings(lines))
        .containsExactly("line 4 (order): the order of full run 1 is not the whole inventory");
  }

  private void end(String verdict, int exit, Counts counts) {
    add(new RunFinished(verdict, verdict, exit, "so it ended", "nothing", counts));
  }

  private void add(Entry entry) {
    long n = lines.size() + 1L;
    lines.add(new Line(n, Instant.EPOCH, n, 1, EntryKind.of(entry), "", entry, List.of(), "", ""));
  }
}
