package ai.netra.loop.journal;

import static ai.netra.loop.journal.Entries.exchange;
import static ai.netra.loop.journal.Entries.finished;
import static ai.netra.loop.journal.Entries.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.JournalCut;
import ai.netra.loop.record.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

  private static final Transition STEP = new Transition("Deploying", "Selecting", "attested");

  @TempDir private Path folder;

  @Test
  void aLineIsWrittenAsTheSpecificationShowsIt() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      journal.append(1, "k\"ey", STEP, List.of(1L));
    }
    List<String> lines = Files.readAllLines(folder.resolve("journal.jsonl"));
    String first = lines.getFirst();
    String prev = first.substring(first.length() - 66, first.length() - 2);
    assertThat(first)
        .startsWith("{\"n\":1,\"time\":\"2026-01-05T12:00:00Z\",\"mono_ns\":7,\"round\":0,")
        .contains("\"kind\":\"run.started\",\"key\":\"\",\"data\":{\"schema\":1,")
        .contains("\"refs\":[],\"prev\":\"" + "0".repeat(64) + "\",\"hash\":\"");
    String second =
        """
        {"n":2,"time":"2026-01-05T12:00:00Z","mono_ns":7,"round":1,"kind":"transition",\
        "key":"k\\"ey","data":{"from":"Deploying","to":"Selecting","reason":"attested"},\
        "refs":[1],"prev":"%s\""""
            .formatted(prev);
    String hash = Sha256.of(second.getBytes(UTF_8));
    assertThat(lines.get(1)).isEqualTo(second + ",\"hash\":\"" + hash + "\"}");
  }

  @Test
  void everyRecordReadBackEqualsTheOneWritten() {
    BodyRef ref;
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      ref = journal.body(1, "{\"a\":1}".getBytes(UTF_8));
      journal.append(1, "", exchange("/threads", ref), List.of());
      journal.append(1, "", finished(), List.of());
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.lines())
        .extracting(Line::data)
        .containsExactly(started(), exchange("/threads", ref), finished());
  }

  @Test
  void theFirstLineMustBeTheStartOfTheRun() {
    try (FileJournal journal = open()) {
      assertThatThrownBy(() -> journal.append(0, "", STEP, List.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("run.started, got transition");
    }
  }

  @Test
  void linesOfManyThreadsGetGaplessNumbersInOneChain() throws InterruptedException {
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      Thread[] writers = new Thread[8];
      for (int i = 0; i < writers.length; i++) {
        writers[i] = Thread.ofVirtual().start(() -> appendMany(journal));
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.lines())
        .extracting(Line::n)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 801).boxed().toList());
  }

  private static void appendMany(FileJournal journal) {
    for (int i = 0; i < 100; i++) {
      journal.append(1, "", exchange("/" + i, null), List.of());
    }
  }

  @Test
  void anInterruptedWriterDoesNotCloseTheJournal() {
    try (FileJournal journal = open()) {
      Thread.currentThread().interrupt();
      journal.append(0, "", started(), List.of());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(journal.append(1, "", STEP, List.of())).isEqualTo(2);
    }
  }

  @Test
  void aTornLastLineIsCutAndTheCutIsJournaled() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
    }
    Files.writeString(folder.resolve("journal.jsonl"), "{\"n\":2,\"ti", StandardOpenOption.APPEND);
    try (FileJournal journal = open()) {
      assertThat(journal.append(1, "", STEP, List.of())).isEqualTo(3);
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.lines())
        .extracting(Line::data)
        .containsExactly(started(), new JournalCut(10), STEP);
  }

  @Test
  void bodiesThatNoLineNamesAreCutWhenTheRunGoesOn() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      journal.append(1, "", exchange("/", journal.body(1, new byte[10])), List.of());
      journal.body(1, new byte[5]);
    }
    try (FileJournal journal = open()) {
      assertThat(journal.body(1, new byte[3]).offset()).isEqualTo(10);
    }
  }

  @Test
  void aDamagedOrFinishedJournalDoesNotGoOn() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      journal.append(0, "", finished(), List.of());
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalFailure.class)
        .hasMessageContaining("finished run has no further line");
    Path file = folder.resolve("journal.jsonl");
    Files.writeString(file, Files.readString(file).replace("main", "mine"));
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalFailure.class)
        .hasMessageContaining("only a whole journal goes on; line 1 (run.started)");
  }

  @Test
  void anArtifactIsKeptUnderItsHash() throws IOException {
    Path file = Files.writeString(folder.resolve("output.txt"), "hello");
    try (FileJournal journal = open()) {
      String sha256 = journal.artifact(file);
      assertThat(sha256).isEqualTo(Sha256.of("hello".getBytes(UTF_8)));
      assertThat(folder.resolve("artifacts").resolve(sha256)).hasContent("hello");
    }
  }

  @Test
  void secretsAreTakenOutOfLinesAndBodies() throws IOException {
    Redaction redaction = Redaction.of(List.of("correct horse"));
    try (FileJournal journal = FileJournal.open(folder, redaction, clock(), () -> 7)) {
      journal.append(0, "", started(), List.of());
      byte[] body = "say correct horse, say it".getBytes(UTF_8);
      journal.append(1, "", exchange("/?q=correct horse", journal.body(1, body)), List.of());
    }
    assertThat(Files.readString(folder.resolve("journal.jsonl")))
        .contains("\"/?q=[redacted]\"")
        .doesNotContain("correct horse");
    assertThat(folder.resolve("rounds/1/bodies.pack")).hasContent("say [redacted], say it");
    assertThat(JournalReader.read(folder).findings()).isEmpty();
  }

  @Test
  void onAFullDiskTheRunCanStillEndInOrder() {
    FullDisk disk = new FullDisk(folder, 4_000);
    try (FileJournal journal = open(disk)) {
      journal.append(0, "", started(), List.of());
      assertThatThrownBy(() -> fill(journal))
          .isInstanceOf(JournalFailure.class)
          .hasMessageContaining("No space left on device");
      assertThatThrownBy(() -> journal.append(1, "", exchange("/", null), List.of()))
          .isInstanceOf(JournalFailure.class);
      journal.append(1, "", finished(), List.of());
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.lines().getLast().data()).isEqualTo(finished());
  }

  @Test
  void aBodyWhoseLineWasRefusedIsCut() {
    try (FileJournal journal = open(new FullDisk(folder, 4_000))) {
      journal.append(0, "", started(), List.of());
      journal.append(1, "", exchange("/", journal.body(1, "kept".getBytes(UTF_8))), List.of());
      BodyRef last = journal.body(1, "refused".getBytes(UTF_8));
      assertThatThrownBy(
              () -> journal.append(1, "", exchange("/" + "x".repeat(4_000), last), List.of()))
          .isInstanceOf(JournalFailure.class);
      journal.append(1, "", finished(), List.of());
    }
    assertThat(folder.resolve("rounds/1/bodies.pack")).hasContent("kept");
    assertThat(JournalReader.read(folder).findings()).isEmpty();
  }

  @Test
  void theEndOfAProcessIsToldThoughItsOutputCannotBeKept() throws IOException {
    Path output = Files.writeString(folder.resolve("worker.log"), "all red");
    Files.writeString(folder.resolve("artifacts"), "no folder can be made here");
    try (FileJournal journal = open()) {
      journal.append(0, "", started(), List.of());
      journal.process(1, new Exited("worker", "w", 7, 1, null, null, "00"), output);
      assertThatThrownBy(() -> journal.append(1, "", exchange("/", null), List.of()))
          .isInstanceOf(JournalFailure.class);
      journal.append(1, "", finished(), List.of());
    }
    List<Line> lines = JournalReader.read(folder).lines();
    assertThat(lines)
        .extracting(it -> it.kind().wireName())
        .containsExactly("run.started", "exited", "run.finished");
    assertThat(lines.get(1).data()).isEqualTo(new Exited("worker", "w", 7, 1, null, null, null));
  }

  private static void fill(FileJournal journal) {
    for (int i = 0; i < 100; i++) {
      journal.append(1, "", exchange("/" + i, null), List.of());
    }
  }

  private FileJournal open() {
    return open(new LocalDisk());
  }

  private FileJournal open(Disk disk) {
    return FileJournal.open(folder, disk, Redaction.of(List.of()), clock(), () -> 7);
  }

  private static Clock clock() {
    return Clock.fixed(Entries.NOON, ZoneOffset.UTC);
  }
}
