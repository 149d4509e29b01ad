package ai.netra.loop.index;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.index.History.Past;
import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
  private static final Counts ONE = new Counts(1, 1, 0, 0, 0, 0, 0, 0);

  @TempDir private Path folder;
  private StateDirectory state;
  private History history;

  @BeforeEach
  void open() {
    state = StateDirectory.at(folder.resolve("state"));
    history = History.open(state);
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void theLastRunSaysHowATestEndedAndHowLongItTook() {
    run("R1", "tree", Outcome.FAILED, "before", 100);
    run("R2", "tree-2", Outcome.PROVED, "now", 200);
    assertThat(history.bringUpToDate("").runs()).isEqualTo(2);
    assertThat(history.of("local", "e2e"))
        .isEqualTo(Map.of("buys", new Past(Outcome.PROVED, "now", 200, false)));
    assertThat(history.of("staging", "e2e")).isEmpty();
    assertThat(history.of("local", "other")).isEmpty();
  }

  @Test
  void aTestIsUnsteadyWhereOneTreeGaveDifferentOutcomes() {
    run("R1", "tree", Outcome.FAILED, "c", 1);
    run("R2", "tree", Outcome.PROVED, "c", 1);
    history.bringUpToDate("");
    assertThat(history.of("local", "e2e").values())
        .extracting(Past::unsteady)
        .containsExactly(true);
  }

  @Test
  void aRunIsTakenFromItsLinesOnceHoweverOftenItIsTold() {
    Path run = run("R1", "tree", Outcome.PROVED, "c", 70);
    history.take(JournalReader.read(run).lines());
    history.take(JournalReader.read(run).lines());
    assertThat(history.bringUpToDate("").runs()).isEqualTo(1);
    assertThat(history.of("local", "e2e").values()).extracting(Past::millis).containsExactly(70L);
  }

  @Test
  void whatWasTakenIsWhatTheJournalsGive() {
    run("R1", "tree", Outcome.FAILED, "c", 10);
    history.bringUpToDate("");
    run("R2", "tree", Outcome.FLAKY, "c", 20);
    history.bringUpToDate("");
    Map<String, Past> taken = history.of("local", "e2e");
    assertThat(history.rebuild().runs()).isEqualTo(2);
    assertThat(history.of("local", "e2e")).isEqualTo(taken);
  }

  @Test
  void aRunWhoseFolderIsGoneIsForgotten() {
    Path run = run("R1", "tree", Outcome.PROVED, "c", 10);
    history.bringUpToDate("");
    Folders.delete(run);
    assertThat(history.bringUpToDate("").runs()).isZero();
    assertThat(history.of("local", "e2e")).isEmpty();
  }

  @Test
  void damagedAndUnfinishedRunsAreNamedAndTheRunningOneIsLeftAlone() throws IOException {
    Path damaged = run("R1", "tree", Outcome.PROVED, "c", 10).resolve("journal.jsonl");
    Files.writeString(damaged, Files.readString(damaged).replace("PROVED", "FAILED"));
    write("R2", List.of(started("R2", "tree")));
    write("R3", List.of(started("R3", "tree")));
    History.Projected projected = history.bringUpToDate("R3");
    assertThat(projected.runs()).isZero();
    assertThat(projected.unread()).containsOnlyKeys("R1", "R2");
    assertThat(projected.unread().get("R1")).contains("line 4 (proof): its bytes have the SHA-256");
    assertThat(projected.unread().get("R2")).isEqualTo("it has no end");
  }

  @Test
  void aRunThatWentOnIsTakenWhenItHasAnEnd() {
    write("R1", List.of(started("R1", "tree")));
    assertThat(history.bringUpToDate("").unread()).containsOnlyKeys("R1");
    write("R1", lines("R1", "tree", Outcome.PROVED, "c", 5).subList(1, 6));
    assertThat(history.bringUpToDate("")).isEqualTo(new History.Projected(1, Map.of()));
  }

  @Test
  void aFileThatIsNoIndexIsMadeAnew() throws IOException {
    run("R1", "tree", Outcome.PROVED, "c", 10);
    history.close();
    Files.writeString(state.root().resolve("index.sqlite"), "no database ".repeat(500));
    history = History.open(state);
    assertThat(history.of("local", "e2e")).isEmpty();
    assertThat(history.bringUpToDate("").runs()).isEqualTo(1);
  }

  private Path run(String id, String tree, Outcome outcome, String closure, long millis) {
    return write(id, lines(id, tree, outcome, closure, millis));
  }

  private static List<Entry> lines(
      String id, String tree, Outcome outcome, String closure, long millis) {
    Inventory.Test test = new Inventory.Test("buys", "buys", "p1", null, "T.java", closure);
    return List.of(
        started(id, tree),
        new Inventory("e2e", 1, List.of(), List.of(test), "sha"),
        attempt(millis),
        new Proof("e2e", "buys", 1, "receipt", List.of(), outcome),
        new Verdict(1, 4, ONE, true, "right"),
        new RunFinished("proved", "proved", 0, "1 of 1", "nothing runs", ONE));
  }

  private static RunStarted started(String id, String tree) {
    String nonce = "ab".repeat(32);
    return new RunStarted(
        1, id, "shop", "local", tree, "main", false, nonce, 1, List.of("loop"), Map.of());
  }

  private static Attempt attempt(long millis) {
    return new Attempt(
        new TestKey("e2e", "buys", 1, Mode.VERDICT),
        1,
        "00".repeat(16),
        Attempt.Status.PASSED,
        List.of(),
        List.of(),
        null,
        0,
        1,
        TIME,
        TIME,
        millis,
        null,
        null,
        null);
  }

  private Path write(String id, List<Entry> entries) {
    Path run = state.runs().resolve(id);
    Clock clock = Clock.fixed(TIME, ZoneOffset.UTC);
    try (FileJournal journal =
        FileJournal.open(run, Redaction.of(List.of()), clock, System::nanoTime)) {
      entries.forEach(it -> journal.append(1, "", it, List.of()));
    }
    return run;
  }
}
