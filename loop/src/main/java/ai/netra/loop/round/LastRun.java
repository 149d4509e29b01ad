package ai.netra.loop.round;

import ai.netra.loop.journal.Finding;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.workspace.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last run of a state directory was left as: the next start goes by it. */
public sealed interface LastRun {

  /** There is none, or it ended and was reported. */
  record None() implements LastRun {}

  /** A folder in which no whole line was written: the run can begin in it. */
  record Begun(Path folder) implements LastRun {}

  /** Its loop ended before it did: it can go on. */
  record Unfinished(Past past) implements LastRun {}

  /** Its last line is written, its report is not. */
  record Unreported(Past past) implements LastRun {}

  /** It has no end, and its journal is damaged, so that it cannot go on. */
  record Damaged(Path folder, Finding finding) implements LastRun {}

  /** The lines of a run as they were read from its folder. */
  record Past(Path folder, RunStarted started, List<Line> lines) {

    public String run() {
      return started.run();
    }

    /** Which start of the loop the next one is. */
    public int nextStart() {
      return Resumption.of(started, facts()).start();
    }

    /** Why it cannot go on with this tree on this target; empty where it can. */
    public Optional<String> change(Tree tree, String target) {
      String stands = Standing.tree(lines, Line::data);
      if (!stands.equals(tree.id()) && !started.tree().equals(tree.id())) {
        return Optional.of("it ran on tree %s, this is %s".formatted(stands, tree.id()));
      }
      return started.target().equals(target)
          ? Optional.empty()
          : Optional.of("it ran on target %s, this is %s".formatted(started.target(), target));
    }

    List<Fact<Entry>> facts() {
      return lines.stream().map(it -> new Fact<>(it.n(), it.data())).toList();
    }
  }

  /**
   * Looks at the run that was begun last.
   *
   * @param runs the folder of all runs, whose names sort by the time of their start
   * @param report the file that is written after a run's end: where it stands, all is done
   */
  static LastRun of(Path runs, String report) {
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(Files::isDirectory)
          .max(Comparator.comparing(it -> it.getFileName().toString()))
          .filter(it -> !Files.exists(it.resolve(report)))
          .map(LastRun::read)
          .orElseGet(None::new);
    } catch (IOException e) {
      throw new UncheckedIOException(runs + ": cannot be listed", e);
    }
  }

  private static LastRun read(Path folder) {
    if (!JournalReader.isJournal(folder)) {
      return new Begun(folder);
    }
    Reading reading = JournalReader.read(folder);
    if (!reading.findings().isEmpty()) {
      return new Damaged(folder, reading.findings().getFirst());
    }
    List<Line> lines = reading.lines();
    if (lines.isEmpty() || !(lines.getFirst().data() instanceof RunStarted started)) {
      return new Begun(folder);
    }
    Past past = new Past(folder, started, lines);
    return lines.getLast().data() instanceof RunFinished
        ? new Unreported(past)
        : new Unfinished(past);
  }
}
