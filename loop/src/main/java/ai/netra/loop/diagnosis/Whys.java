package ai.netra.loop.diagnosis;

import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Edge;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Node;
import ai.netra.loop.record.Cause.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the nodes and edges of a cause. */
final class Whys {

  private static final Set<Level> ROOT =
      Set.of(Level.SYMPTOM, Level.INTERACTION, Level.MECHANISM, Level.CHANGE);

  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  /**
   * A claim with its prediction and what was seen of it.
   *
   * @param lines the evidence and the check; a check without any cannot be told
   */
  record Check(
      String claim, String prediction, String observed, Support support, List<Long> lines) {

    Check {
      lines = lines.stream().distinct().sorted().toList();
    }
  }

  /** Adds a node and returns its place. */
  int node(Level level, String text, @Nullable String kind, List<Long> lines) {
    nodes.add(new Node(level, text, kind, lines));
    return nodes.size() - 1;
  }

  void unknown(Level level) {
    node(level, Cause.UNKNOWN, null, List.of());
  }

  void edge(int from, int to, Check it) {
    if (!it.lines().isEmpty()) {
      edges.add(
          new Edge(from, to, it.claim(), it.prediction(), it.observed(), it.support(), it.lines()));
    }
  }

  /** Grounded is what leads from the symptom over every level to the change. */
  Cause cause(String cluster, @Nullable String service, String statement) {
    return new Cause(cluster, nodes, edges, service, statement, isGrounded());
  }

  private boolean isGrounded() {
    Set<Level> reached =
        edges.stream()
            .filter(it -> it.support() == Support.SUPPORTED)
            .flatMap(it -> List.of(it.from(), it.to()).stream())
            .map(it -> nodes.get(it).level())
            .collect(Collectors.toSet());
    return reached.containsAll(ROOT);
  }
}
