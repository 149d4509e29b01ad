package ai.netra.loop.faults;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a journal as plain JSON: the scorer knows none of the records that wrote them. */
record JournalLines(List<Line> all, Set<Long> numbers) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A line of a kind that is scored. */
  record Line(long n, String kind, JsonNode data) {}

  private static final Set<String> SCORED =
      Set.of(
          "inventory",
          "build",
          "verdict",
          "proof",
          "cluster",
          "culprit",
          "minimal",
          "cause",
          "observed",
          "candidate",
          "audit",
          "commit.done",
          "run.finished");

  static JournalLines read(Path journal) {
    List<Line> lines = new ArrayList<>();
    Set<Long> numbers = new java.util.HashSet<>();
    try (Stream<String> texts = Files.lines(journal)) {
      texts.forEach(
          text -> {
            JsonNode node = JSON.readTree(text);
            numbers.add(node.path("n").asLong());
            String kind = node.path("kind").asString();
            if (SCORED.contains(kind)) {
              lines.add(new Line(node.path("n").asLong(), kind, node.path("data")));
            }
          });
    } catch (IOException e) {
      throw new WorkspaceFailure(journal + ": cannot be read", e);
    }
    return new JournalLines(lines, numbers);
  }

  Stream<Line> of(String kind) {
    return all.stream().filter(line -> line.kind().equals(kind));
  }

  Optional<JsonNode> first(String kind) {
    return of(kind).map(Line::data).findFirst();
  }

  Optional<Line> last(String kind) {
    return of(kind).reduce((former, later) -> later);
  }

  /** The proofs that a verdict counts: those between it and the one before. */
  List<JsonNode> proofs(long verdict) {
    long before = of("verdict").mapToLong(Line::n).filter(n -> n < verdict).max().orElse(0);
    return of("proof")
        .filter(line -> line.n() > before && line.n() < verdict)
        .map(Line::data)
        .toList();
  }

  /** A word of the journal in the one form that is compared. */
  static String word(JsonNode node) {
    return node.asString("").toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
