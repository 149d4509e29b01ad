package ai.netra.loop.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports of runs, made from what the journal on the disk says and from nothing else. */
public final class RunReports {

  /** The file in the folder of a run; every other format is made from it. */
  public static final String FILE = "report.json";

  /** How a report is rendered. */
  public enum Format {
    MARKDOWN,
    /** One file that loads nothing. */
    HTML,
    JSON,
    JUNIT
  }

  private RunReports() {}

  /**
   * Renders the report of a run.
   *
   * @param report what {@link #verify} gave for the folder
   */
  public static String render(Path folder, Report report, Format format) {
    return cycle(folder, report).text(format);
  }

  /** The report of a run as JSON in one line. */
  public static String json(Path folder, Report report) {
    return CycleJson.line(cycle(folder, report));
  }

  private static CycleReport cycle(Path folder, Report report) {
    return CycleReport.of(report, JournalReader.read(folder).lines());
  }

  /**
   * Writes {@code report.json} of a finished run and returns what it says.
   *
   * @param folder the folder of the run, whose journal is closed
   * @throws IllegalStateException when the run is not finished or its journal damaged
   */
  public static Report write(Path folder) {
    return write(folder, JournalReader.read(folder));
  }

  /** The same where the journal was just read. */
  public static Report write(Path folder, Reading reading) {
    Report report = of(folder, reading);
    try {
      Path fresh = folder.resolve(FILE + ".new");
      Files.writeString(fresh, ReportJson.pretty(report));
      Files.move(fresh, folder.resolve(FILE), ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkspaceFailure(
          "%s: cannot be written: %s; the next start writes it"
              .formatted(folder.resolve(FILE), e.getMessage()),
          e);
    }
    return report;
  }

  private static Report of(Path folder, Reading reading) {
    if (!reading.findings().isEmpty()) {
      throw new IllegalStateException(folder + ": " + reading.findings().getFirst());
    }
    return ReportMaker.make(reading.lines())
        .orElseThrow(() -> new IllegalStateException(folder + ": the run is not finished"));
  }

  /** Checks a run offline; see {@link Verification}. */
  public static Verification verify(Path folder) {
    return new Verifier(folder).verify();
  }
}
