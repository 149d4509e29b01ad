package ai.netra.loop.journal;

import static ai.netra.loop.journal.Entries.exchange;
import static ai.netra.loop.journal.Entries.finished;
import static ai.netra.loop.journal.Entries.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Exited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

  /** A prime, so that the bytes that are tried lie all over the lines. */
  private static final int STEP = 13;

  @TempDir private Path folder;
  private Path file;
  private Path pack;
  private Path artifact;

  @BeforeEach
  void writeARun() throws IOException {
    Clock clock = Clock.fixed(Entries.NOON, ZoneOffset.UTC);
    Path output = Files.writeString(folder.resolve("output"), "what the worker printed");
    try (FileJournal journal = FileJournal.open(folder, Redaction.of(List.of()), clock, () -> 7)) {
      journal.append(0, "", started(), List.of());
      journal.append(1, "", exchange("/one", journal.body(1, "one".getBytes(UTF_8))), List.of());
      journal.append(1, "", exchange("/two", journal.body(1, "two".getBytes(UTF_8))), List.of());
      String sha256 = journal.artifact(output);
      journal.append(1, "", new Exited("worker", "w", 7, 0, 1L, 2L, sha256), List.of());
      journal.append(1, "", finished(), List.of());
      artifact = folder.resolve("artifacts").resolve(sha256);
    }
    file = folder.resolve("journal.jsonl");
    pack = folder.resolve("rounds/1/bodies.pack");
  }

  @Test
  void aByteOfTheJournalThatIsChangedIsNamedByItsLine() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = whole.length - 1; at >= 0; at -= STEP) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(JournalReader.read(folder).findings())
          .as("byte %s", at)
          .isNotEmpty()
          .first()
          .extracting(Finding::n)
          .isEqualTo(lineOf(whole, at));
    }
  }

  private static long lineOf(byte[] whole, int at) {
    long line = 1;
    for (int before = 0; before < at; before++) {
      line += whole[before] == '\n' ? 1 : 0;
    }
    return line;
  }

  @Test
  void aLineThatIsTakenOutBreaksTheChain() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
    assertThat(JournalReader.read(folder).findings())
        .extracting(Finding::toString)
        .anySatisfy(text -> assertThat(text).contains("the number 3 where 2 must stand"))
        .anySatisfy(text -> assertThat(text).startsWith("line 3 (exchange): prev is"));
  }

  @Test
  void anyByteOfABodyThatIsChangedIsNamedByItsLine() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(pack, changed);
      List<Finding> findings = JournalReader.read(folder).findings();
      assertThat(findings).singleElement().extracting(Finding::n).isEqualTo(at < 3 ? 2L : 3L);
    }
  }

  @Test
  void missingAndSpareBytesOfBodiesAreFound() throws IOException {
    Files.writeString(pack, "spare", StandardOpenOption.APPEND);
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .contains("line 3 (exchange)", "5 bytes at its end that no line names");
    Files.writeString(pack, "one");
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .contains("line 3 (exchange)", "ends before bytes 3 to 6");
    Files.delete(pack);
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .contains("is missing");
  }

  @Test
  void aChangedArtifactIsNamedByTheLineThatRestsOnIt() throws IOException {
    Files.writeString(artifact, "what the worker prinTed");
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .startsWith("line 4 (exited): artifact " + artifact.getFileName());
    Files.delete(artifact);
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .isEqualTo("line 4 (exited): artifact " + artifact.getFileName() + " is missing");
  }

  @Test
  void aTornLineIsNoDamageUntilTheRunIsFinished() throws IOException {
    Files.writeString(file, "{\"n\":6", StandardOpenOption.APPEND);
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .contains("line 5 (run.finished)", "6 bytes follow");
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n{\"n\":3");
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.tornBytes()).isEqualTo(6);
  }

  @Test
  void aRecordWithAnUnknownMemberIsNotRead() throws IOException {
    String first = Files.readAllLines(file).getFirst();
    String line =
        first.substring(0, first.length() - 75).replace("\"nonce\"", "\"extra\":1,\"nonce\"");
    String hash = Sha256.of(line.getBytes(UTF_8));
    Files.writeString(file, line + ",\"hash\":\"" + hash + "\"}\n");
    assertThat(JournalReader.read(folder).findings())
        .singleElement()
        .asString()
        .contains("line 1 (run.started): data is not of its kind", "extra");
  }

  @Test
  void aFolderWithoutAJournalIsRefused() {
    assertThatThrownBy(() -> JournalReader.read(folder.resolve("nowhere")))
        .isInstanceOf(JournalFailure.class)
        .hasMessageContaining("found none");
  }
}
