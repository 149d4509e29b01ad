package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.Journal;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.JournalCut;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.report.Verification;
import ai.netra.loop.workspace.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A run whose journal ends anywhere goes on to the end that it would have had. */
class GoingOnTest {

  private static final List<String> TESTS = List.of("a", "b");
  private static final Clock CLOCK = Clock.fixed(ScriptedSuite.TIME, ZoneOffset.UTC);

  @TempDir private static Path folder;
  private static List<String> whole;

  @BeforeAll
  static void runOnce() throws IOException {
    Path run = folder.resolve("whole/R");
    try (Ledger ledger = new Ledger(journal(run))) {
      round(ledger, started(), new ScriptedSuite(ledger, TESTS)).run();
    }
    whole = Files.readAllLines(run.resolve("journal.jsonl"));
  }

  @TestFactory
  Stream<DynamicTest> everyPrefixGoesOnToAProvedEndThatVerifies() {
    return IntStream.range(1, whole.size())
        .mapToObj(n -> DynamicTest.dynamicTest("after line " + n, () -> goesOn(n)));
  }

  private void goesOn(int lines) throws IOException {
    Path run = killedAfter(lines);

    Result result = goOn(run);

    assertThat(result.exit()).as(result.sentence()).isZero();
    RunReports.write(run);
    assertThat(RunReports.verify(run)).isInstanceOf(Verification.Verified.class);
    List<TestKey> keys = all(run, Attempt.class).stream().map(Attempt::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(all(run, Inventory.class)).hasSize(1);
    assertThat(all(run, Verdict.class)).hasSize(2);
    assertThat(all(run, RunContinued.class)).extracting(RunContinued::start).containsExactly(2);
    assertThat(all(run, JournalCut.class)).hasSize(1);
  }

  @Test
  void aRunCanBeKilledAgainAndAgain() throws IOException {
    Path run = killedAfter(whole.size() / 2);
    goOn(run);
    List<String> longer = Files.readAllLines(run.resolve("journal.jsonl"));
    Path again = folder.resolve("again/R");
    write(again, longer.subList(0, longer.size() - 1));

    Result result = goOn(again);

    assertThat(result.exit()).isZero();
    assertThat(all(again, RunContinued.class))
        .extracting(RunContinued::start)
        .containsExactly(2, 3);
  }

  @Test
  void aControlThatWasMadeIsNotMadeAgain() throws IOException {
    int made = lineOf("\"mode\":\"CONTROL\"", "\"kind\":\"attempt\"");
    Path run = killedAfter(made);

    goOn(run);

    List<TestKey> controls =
        all(run, Attempt.class).stream()
            .map(Attempt::key)
            .filter(it -> it.mode() == Mode.CONTROL)
            .filter(it -> TESTS.contains(it.test()))
            .toList();
    assertThat(controls).extracting(TestKey::test).containsExactlyInAnyOrderElementsOf(TESTS);
    assertThat(controls).extracting(TestKey::attempt).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void otherTestsThanWereFrozenEndTheRun() throws IOException {
    Path run = killedAfter(whole.size() / 2);
    try (Ledger ledger = new Ledger(journal(run), past(run).facts())) {
      String frozen = "\"sha256\":\"sha\"";
      assertThat(whole.stream().filter(it -> it.contains(frozen))).hasSize(1);
      ScriptedSuite other = new ScriptedSuite(ledger, TESTS);
      other.sha256 = "other";
      Result result =
          round(ledger, started(), other).goOn(Resumption.of(started(), ledger.facts()));
      assertThat(result.sentence()).contains("suite e2e has other tests than when the run began");
      assertThat(result.exit()).isEqualTo(10);
    }
  }

  @Test
  void aRunOnAnotherTreeOrTargetDoesNotGoOn() throws IOException {
    LastRun.Past past = past(killedAfter(5));
    assertThat(past.change(new Tree("tree", "main", true), "local")).isEmpty();
    assertThat(past.change(new Tree("leaf", "main", false), "local"))
        .contains("it ran on tree tree, this is leaf");
    assertThat(past.change(new Tree("tree", "main", false), "staging")).isPresent();
  }

  @Test
  void whatIsLeftOfARunIsSeenFromItsFolder() throws IOException {
    assertThat(last("none")).isInstanceOf(LastRun.None.class);
    Files.createDirectories(folder.resolve("begun/R"));
    assertThat(last("begun")).isInstanceOf(LastRun.Begun.class);
    Files.writeString(folder.resolve("begun/R/journal.jsonl"), whole.getFirst().substring(0, 50));
    assertThat(last("begun")).isInstanceOf(LastRun.Begun.class);
    write(folder.resolve("damaged/R"), List.of(whole.get(0), whole.get(2), whole.get(3)));
    assertThat(last("damaged")).isInstanceOf(LastRun.Damaged.class);
    write(folder.resolve("ended/R"), whole);
    assertThat(last("ended")).isInstanceOf(LastRun.Unreported.class);
    RunReports.write(folder.resolve("ended/R"));
    assertThat(last("ended")).isInstanceOf(LastRun.None.class);
  }

  private static int lineOf(String... parts) {
    for (int i = 0; i < whole.size(); i++) {
      if (Stream.of(parts).allMatch(whole.get(i)::contains)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line with " + List.of(parts));
  }

  /** The folder of a run whose loop was killed while it wrote the line after this one. */
  private static Path killedAfter(int lines) throws IOException {
    Path run = folder.resolve("killed-" + lines + "-" + System.nanoTime() + "/R");
    write(run, whole.subList(0, lines));
    String torn = whole.get(Math.min(lines, whole.size() - 1));
    Files.writeString(
        run.resolve("journal.jsonl"),
        String.join("\n", whole.subList(0, lines)) + "\n" + torn.substring(0, torn.length() / 2));
    return run;
  }

  private static void write(Path run, List<String> lines) throws IOException {
    Files.createDirectories(run);
    Files.writeString(
        run.resolve("journal.jsonl"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static LastRun last(String runs) throws IOException {
    Files.createDirectories(folder.resolve(runs));
    return LastRun.of(folder.resolve(runs), RunReports.FILE);
  }

  private static LastRun.Past past(Path run) {
    LastRun last = LastRun.of(run.resolveSibling("."), RunReports.FILE);
    assertThat(last).isInstanceOf(LastRun.Unfinished.class);
    return ((LastRun.Unfinished) last).past();
  }

  private static Result goOn(Path run) {
    LastRun.Past past = past(run);
    Resumption resumption = Resumption.of(past.started(), past.facts());
    try (Ledger ledger = new Ledger(journal(run), past.facts())) {
      Reconciliation.write(ledger, List.of());
      return round(ledger, past.started(), new ScriptedSuite(ledger, TESTS)).goOn(resumption);
    }
  }

  private static Round round(Ledger ledger, RunStarted started, ScriptedSuite suite) {
    LastKnownGood good = new LastKnownGood(folder.resolve("good-" + System.nanoTime()));
    return new Round(
        started,
        (_, _) -> new ScriptedStage(ledger, suite),
        ledger,
        good,
        new VerdictOnly(),
        new Silent());
  }

  private static Journal journal(Path run) {
    return FileJournal.open(run, Redaction.of(List.of()), CLOCK, System::nanoTime);
  }

  private static <T extends Entry> List<T> all(Path run, Class<T> kind) {
    return JournalReader.read(run).lines().stream()
        .filter(it -> kind.isInstance(it.data()))
        .map(it -> kind.cast(it.data()))
        .toList();
  }

  private static RunStarted started() {
    return new RunStarted(
        1,
        "R",
        "shop",
        "local",
        "tree",
        "main",
        false,
        ScriptedSuite.NONCE,
        2,
        List.of(),
        Map.of());
  }
}
