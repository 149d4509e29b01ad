package ai.netra.loop.journal;

import ai.netra.loop.record.RunFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a journal goes on: behind its last whole line, or at its beginning. What a kill left behind
 * it (a torn line, bodies that no line names) is cut.
 *
 * @param last the number of the last line, 0 for none
 * @param cutBytes the bytes of the torn line that were cut
 * @param round the round of the last line
 */
record Opening(
    RunFolder run, Disk.AppendFile file, long last, String head, long cutBytes, int round) {

  static Opening of(RunFolder run, Disk disk) throws IOException {
    if (!Files.exists(run.journal()) || Files.size(run.journal()) == 0) {
      return new Opening(run, disk.open(run.journal()), 0, RawLine.NO_HASH, 0, 0);
    }
    Reading reading = JournalReader.read(run.path());
    checkUsable(run, reading);
    Disk.AppendFile file = disk.open(run.journal());
    file.truncate(file.length() - reading.tornBytes());
    cutBodies(run, disk, reading.lines());
    if (reading.lines().isEmpty()) {
      return new Opening(run, file, 0, RawLine.NO_HASH, reading.tornBytes(), 0);
    }
    Line last = reading.lines().getLast();
    return new Opening(run, file, last.n(), last.hash(), reading.tornBytes(), last.round());
  }

  private static void checkUsable(RunFolder run, Reading reading) {
    if (!reading.findings().isEmpty()) {
      throw new JournalFailure(
          run.journal() + ": only a whole journal goes on; " + reading.findings().getFirst());
    }
    List<Line> lines = reading.lines();
    if (!lines.isEmpty() && lines.getLast().data() instanceof RunFinished) {
      throw new JournalFailure(
          run.journal() + ": a finished run has no further line, found run.finished as the last");
    }
  }

  private static void cutBodies(RunFolder run, Disk disk, List<Line> lines) throws IOException {
    TreeSet<Integer> rounds = new TreeSet<>();
    lines.forEach(line -> rounds.add(line.round()));
    for (int round : rounds) {
      if (Files.exists(run.bodies(round))) {
        try (Disk.AppendFile pack = disk.open(run.bodies(round))) {
          pack.truncate(BodiesCheck.referencedBytes(lines, round));
        }
      }
    }
  }
}
