package ai.netra.loop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.JournalCut;
import ai.netra.loop.record.Transition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileJournalIT {

  private static final Transition LAST = new Transition("Running", "Proving", "went on");

  @TempDir private Path folder;

  @Test
  void aWriterThatIsKilledLeavesAJournalThatGoesOnAfterItsLastWholeLine() throws Exception {
    Process writer = startWriter();
    awaitLines(writer, 300);
    writer.destroyForcibly().waitFor();
    long reported = JournalReader.read(folder).lines().size();
    try (FileJournal journal = open(folder)) {
      journal.append(1, "", LAST, List.of());
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reported).isGreaterThanOrEqualTo(300);
    assertThat(reading.lines().getLast().data()).isEqualTo(LAST);
    assertThat(reading.lines())
        .filteredOn(line -> !(line.data() instanceof JournalCut))
        .hasSize((int) reported + 1);
  }

  private Process startWriter() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitLines(Process writer, int lines) throws IOException {
    try (BufferedReader said = writer.inputReader()) {
      String line = said.readLine();
      while (line != null && Long.parseLong(line) < lines) {
        line = said.readLine();
      }
    }
  }

  private static FileJournal open(Path folder) {
    return FileJournal.open(folder, Redaction.of(List.of()), Clock.systemUTC(), System::nanoTime);
  }

  /** Appends exchanges with bodies as fast as it can and says the number of each. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) {
      FileJournal journal = open(Path.of(arguments[0]));
      journal.append(0, "", Entries.started(), List.of());
      while (true) {
        long n =
            journal.append(
                1, "", Entries.exchange("/", journal.body(1, new byte[1_000])), List.of());
        System.out.println(n);
      }
    }
  }
}
