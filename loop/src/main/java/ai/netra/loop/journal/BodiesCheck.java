package ai.netra.loop.journal;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Exchange;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks each round's bodies.pack: every referenced part by its hash, and that nothing is spare.
 */
final class BodiesCheck {

  /** A body, and the line that says what it must be. */
  private record Kept(Line line, BodyRef ref) {}

  private BodiesCheck() {}

  /** What differs; parts that no line names are damage once the run is finished. */
  static List<Finding> findings(RunFolder run, List<Line> lines, boolean finished)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Integer, List<Kept>> round : keptByRound(lines).entrySet()) {
      Path pack = run.bodies(round.getKey());
      if (!Files.isRegularFile(pack)) {
        findings.add(finding(round.getValue().getFirst(), pack, "is missing"));
        continue;
      }
      try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "r")) {
        check(pack, file, round.getValue(), finished, findings);
      }
    }
    return findings;
  }

  /** The end of the last body that a line of the round names. */
  static long referencedBytes(List<Line> lines, int round) {
    return keptByRound(lines).getOrDefault(round, List.of()).stream()
        .mapToLong(kept -> kept.ref.offset() + kept.ref.length())
        .max()
        .orElse(0);
  }

  private static void check(
      Path pack, RandomAccessFile file, List<Kept> bodies, boolean finished, List<Finding> findings)
      throws IOException {
    long covered = 0;
    for (Kept kept : bodies) {
      BodyRef ref = kept.ref;
      if (finished && ref.offset() > covered) {
        findings.add(
            finding(
                kept,
                pack,
                "holds "
                    + (ref.offset() - covered)
                    + " bytes before "
                    + ref.offset()
                    + " that no line names"));
      }
      covered = Math.max(covered, ref.offset() + ref.length());
      differs(file, ref).ifPresent(why -> findings.add(finding(kept, pack, why)));
    }
    if (finished && file.length() > covered) {
      findings.add(
          finding(
              bodies.getLast(),
              pack,
              "holds " + (file.length() - covered) + " bytes at its end that no line names"));
    }
  }

  private static Optional<String> differs(RandomAccessFile file, BodyRef ref) throws IOException {
    String where = "bytes " + ref.offset() + " to " + (ref.offset() + ref.length());
    if (ref.offset() < 0 || ref.length() < 0 || ref.offset() + ref.length() > file.length()) {
      return Optional.of("ends before " + where);
    }
    byte[] bytes = new byte[Math.toIntExact(ref.length())];
    file.seek(ref.offset());
    file.readFully(bytes);
    String found = Sha256.of(bytes);
    return found.equals(ref.sha256())
        ? Optional.empty()
        : Optional.of(where + " have the SHA-256 " + found + ", not " + ref.sha256());
  }

  private static Map<Integer, List<Kept>> keptByRound(List<Line> lines) {
    Map<Integer, List<Kept>> rounds = new TreeMap<>();
    for (Line line : lines) {
      if (line.data() instanceof Exchange exchange) {
        add(rounds, line, exchange.request().ref());
        add(rounds, line, exchange.response().ref());
      }
    }
    rounds.values().forEach(list -> list.sort(Comparator.comparingLong(kept -> kept.ref.offset())));
    return rounds;
  }

  private static void add(Map<Integer, List<Kept>> rounds, Line line, @Nullable BodyRef ref) {
    if (ref != null) {
      rounds.computeIfAbsent(line.round(), round -> new ArrayList<>()).add(new Kept(line, ref));
    }
  }

  private static Finding finding(Kept kept, Path pack, String what) {
    return new Finding(kept.line.n(), kept.line.kind().wireName(), pack + ": " + what);
  }
}
