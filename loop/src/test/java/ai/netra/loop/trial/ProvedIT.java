package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Netra;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The honest fixture is proved, and what was written about it cannot be changed unseen. */
class ProvedIT {

  @TempDir private static Path folder;
  private static Trial trial;
  private static Trial.Run first;
  private static Trial.Run second;
  private static Netra.Ended closed;

  @BeforeAll
  static void runTwice() {
    trial = new Trial(folder);
    closed = trial.netra("gate");
    assertThat(trial.netra("gate", "--make-key").status()).isZero();
    first = trial.loop();
    second = trial.loop();
  }

  @Test
  void everyTestOfTheFixtureIsProved() {
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.summary().path("verdict").asString()).isEqualTo("proved");
    assertThat(first.tests("inventory")).isEqualTo(5);
    assertThat(first.tests("proved")).isEqualTo(5);
  }

  @Test
  void theObjectHasExactlyItsMembers() {
    assertThat(first.summary().propertyNames())
        .containsExactly(
            "verdict",
            "reason",
            "tree",
            "builds",
            "tests",
            "rounds",
            "reused",
            "duration_seconds",
            "value_at_risk_usd",
            "journal",
            "report");
    assertThat(first.summary().path("tests").propertyNames())
        .containsExactly(
            "inventory", "proved", "failed", "error", "flaky", "unproven", "skipped", "not_run");
  }

  @Test
  void aSecondRunReusesTheArtifactAndWhatWasShownOfTheTests() {
    int shownOfEach = 4; // its sources, its control, two mutants that are asked
    JsonNode score = first.report().path("mutation").path(0);
    int scored = score.path("run").asInt();
    assertThat(first.summary().path("reused").asInt()).isZero();
    assertThat(second.summary().path("reused").asInt()).isEqualTo(1 + 5 * shownOfEach + scored);
    assertThat(second.report().path("mutation").path(0).path("score"))
        .isEqualTo(score.path("score"));
    assertThat(trial.netra("why", "anItemNeedsAName").out())
        .contains("red when its calls are refused, as run " + first.folder().getFileName())
        .contains("it notices changed answers");
    assertThat(trial.netra("verify").status()).isZero();
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.summary().path("builds")).isEqualTo(first.summary().path("builds"));
  }

  @Test
  void nothingIsAtRiskWhereEverythingIsProved() {
    assertThat(first.summary().path("value_at_risk_usd").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void suiteListNamesEachTestWithoutDeploying() {
    Netra.Ended ended = trial.netra("suite", "list", "--json");
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern(
            "\"id\":\"[^\"]+\",\"area\":[^,]+,\"priority\":\"p1\",\"claim\":\"I1 a created item can be read\"")
        .contains("\"source\":\"tests/items/ItemsTest.java:");
  }

  @Test
  void aReportIsRenderedInEachFormat() {
    assertThat(trial.netra("report").out()).startsWith("# ").contains("## Exchanges of each test");
    assertThat(trial.netra("report", "--format", "html").out()).startsWith("<!DOCTYPE html>");
    assertThat(trial.netra("report", "--format", "junit").out())
        .contains("tests=\"5\" failures=\"0\" errors=\"0\" skipped=\"0\"");
    Netra.Ended json = trial.netra("report", "--json");
    assertThat(json.out().lines().count()).isEqualTo(1);
    assertThat(json.out()).contains("\"verdict\":\"proved\"", "\"sections\":[");
  }

  @Test
  void noProcessOutlivesTheRun() {
    assertThat(trial.orphans()).isEmpty();
  }

  @Test
  void verifyAcceptsTheRunFromItsFolderAlone(@TempDir Path elsewhere) throws IOException {
    Netra.Ended ended = verify(copied(elsewhere));
    assertThat(ended.status()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("5/5 proved (receipt)");
  }

  @Test
  void theGateOpensForASignedProofOfWhatIsCheckedOutAndForNothingElse() {
    assertThat(closed.status()).isEqualTo(1);
    assertThat(closed.out()).startsWith("closed: ").contains("signing-key.pem");
    assertThat(trial.netra("gate").out()).isEqualTo("open\n");
    assertThat(trial.netra("verify").out()).contains("anchors: statement signed by key ");
    trial.fixture.write("new", "text");
    Netra.Ended changed = trial.netra("gate", "--json");
    trial.fixture.git("clean", "-fq");
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.out()).contains("\"open\":false", "has changes that no commit has");
  }

  @Test
  void aChangedStatementIsNamed(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    replace(run.resolve("statement.dsse.json"), "\"sig\":\"", "\"sig\":\"AA");
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(14);
    assertThat(ended.out()).contains("statement.dsse.json: ");
  }

  @Test
  void aChangedByteOfAJournalLineIsNamed(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    replace(run.resolve("journal.jsonl"), "\"status\":\"PASSED\"", "\"status\":\"PASSEd\"");
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(14);
    assertThat(ended.out()).containsPattern("line [0-9]+ \\(");
  }

  @Test
  void aChangedByteOfABodyIsNamed(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    replace(run.resolve("rounds/1/bodies.pack"), "\"name\":\"pen\"", "\"name\":\"pan\"");
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(14);
    assertThat(ended.out()).containsPattern("line [0-9]+ \\(exchange\\)");
  }

  @Test
  void aChangedByteOfAnArtifactIsNamed(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    Files.writeString(anyArtifact(run), "x", StandardOpenOption.APPEND);
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(14);
    assertThat(ended.out()).containsPattern("line [0-9]+ \\(exited\\): artifact [0-9a-f]{64}");
  }

  private static Path anyArtifact(Path run) throws IOException {
    try (Stream<Path> artifacts = Files.list(run.resolve("artifacts"))) {
      return artifacts.findFirst().orElseThrow();
    }
  }

  @Test
  void aChangedFigureOfTheReportIsNamed(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    replace(run.resolve("report.json"), "\"exit\" : 0", "\"exit\" : 1");
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(14);
    assertThat(ended.out()).contains("report.json /exit: says 1, the records give 0");
  }

  @Test
  void anUnfinishedRunSaysWhereItsGoodPartEnds(@TempDir Path elsewhere) throws IOException {
    Path run = copied(elsewhere);
    Path journal = run.resolve("journal.jsonl");
    String text = Files.readString(journal);
    Files.writeString(
        journal, text.lines().limit(20).map(it -> it + "\n").reduce("", String::concat));
    Netra.Ended ended = verify(run);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).contains("is not finished; its journal is good up to line 20");
  }

  @Test
  void whyShowsEveryPartWithItsEvidence() {
    Netra.Ended ended =
        trial.netra("why", "anItemNeedsAName", "--run", first.folder().getFileName().toString());
    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("proved in full run 1 (receipt)", "proved in full run 2 (receipt)")
        .containsPattern("3 wire +present +1 exchanges, 1 receipts")
        .containsPattern("line [0-9]+ exchange items POST /items → 400")
        .containsPattern("5 control +present +red when its calls are refused");
  }

  private static Netra.Ended verify(Path run) {
    return trial.netra("verify", run.toString());
  }

  private static Path copied(Path target) throws IOException {
    Path source = first.folder();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.toList()) {
        Path copy = target.resolve("run").resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
    return target.resolve("run");
  }

  private static void replace(Path file, String text, String by) throws IOException {
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    int at = content.indexOf(text);
    assertThat(at).as(text + " in " + file).isNotNegative();
    Files.writeString(
        file,
        content.substring(0, at) + by + content.substring(at + text.length()),
        StandardCharsets.ISO_8859_1);
  }
}
