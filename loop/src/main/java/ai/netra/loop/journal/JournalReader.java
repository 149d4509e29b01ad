package ai.netra.loop.journal;

import ai.netra.loop.record.RunFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a run's folder and checks all that can be checked from it alone: the chain, each record's
 * shape, the bodies and the artifacts. Damage is a {@link Finding}, never an exception.
 */
public final class JournalReader {

  private JournalReader() {}

  /** Whether the folder holds a journal, whatever is in it. */
  public static boolean isJournal(Path folder) {
    return Files.isRegularFile(new RunFolder(folder).journal());
  }

  /** The length of the journal in the folder of a run; 0 where there is none. */
  public static long bytes(Path folder) {
    return new RunFolder(folder).journal().toFile().length();
  }

  /**
   * Reads the journal in the folder of a run.
   *
   * @throws JournalFailure when there is no journal or the disk cannot be read
   */
  public static Reading read(Path folder) {
    RunFolder run = new RunFolder(folder);
    if (!isJournal(folder)) {
      throw new JournalFailure(run.journal() + ": a run's folder holds a journal, found none");
    }
    try {
      return read(run);
    } catch (IOException e) {
      throw new JournalFailure(run.journal() + ": must be readable: " + e.getMessage(), e);
    }
  }

  private static Reading read(RunFolder run) throws IOException {
    ChainCheck chain = new ChainCheck();
    byte[] torn;
    try (RawLines raw = new RawLines(run.journal())) {
      for (byte[] line = raw.next(); line.length > 0; line = raw.next()) {
        chain.add(line);
      }
      torn = raw.torn();
    }
    List<Line> lines = chain.lines();
    chain.checkTorn(torn);
    boolean finished = !lines.isEmpty() && lines.getLast().data() instanceof RunFinished;
    List<Finding> findings = new ArrayList<>(chain.findings());
    findings.addAll(tornFindings(finished, torn.length, lines));
    findings.addAll(BodiesCheck.findings(run, lines, finished));
    findings.addAll(ArtifactsCheck.findings(run, lines));
    return new Reading(lines, findings, torn.length);
  }

  private static List<Finding> tornFindings(boolean finished, int torn, List<Line> lines) {
    if (!finished || torn == 0) {
      return List.of();
    }
    Line last = lines.getLast();
    return List.of(
        new Finding(last.n(), last.kind().wireName(), torn + " bytes follow the last line"));
  }
}
