package ai.netra.loop.round;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The runs before this one, of which the last that came to its tests is asked: each run takes over
 * what the one before it had. A damaged journal offers nothing.
 *
 * @param runs the folder of all runs
 * @param run the id of this run, which sorts behind those before it
 */
record Earlier(Path runs, String run, String target) {

  /** A run that came to no tests has nothing; so many are passed over. */
  private static final int ASKED = 3;

  /** What a run may take over where it holds. */
  Shown shown() {
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(it -> it.getFileName().toString().compareTo(run) < 0)
          .filter(JournalReader::isJournal)
          .sorted(Comparator.comparing((Path it) -> it.getFileName().toString()).reversed())
          .limit(ASKED)
          .map(this::shown)
          .filter(it -> !it.isNothing())
          .findFirst()
          .orElse(Shown.NOTHING);
    } catch (IOException e) {
      throw new UncheckedIOException(runs + ": cannot be listed", e);
    }
  }

  private Shown shown(Path folder) {
    Reading reading = JournalReader.read(folder);
    List<Line> lines = reading.lines();
    boolean whole = reading.findings().isEmpty() && !lines.isEmpty();
    if (!whole || !(lines.getLast().data() instanceof RunFinished) || !isOfTarget(lines)) {
      return Shown.NOTHING;
    }
    Map<Long, String> hashes = new HashMap<>();
    lines.forEach(it -> hashes.put(it.n(), it.hash()));
    Prover prover = new Prover(lines.stream().map(it -> new Fact<>(it.n(), it.data())).toList());
    LongFunction<String> hashOf = n -> hashes.getOrDefault(n, "");
    return new Shown(prover.offered(hashOf), prover.offeredSmells(hashOf));
  }

  private boolean isOfTarget(List<Line> lines) {
    return lines.getFirst().data() instanceof RunStarted it && it.target().equals(target);
  }
}
