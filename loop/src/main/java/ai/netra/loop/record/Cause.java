package ai.netra.loop.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The five whys of a cluster as a graph.
 *
 * @param service whose fault it is; null where that is unknown, or no service's
 * @param statement service, change or key, and mechanism in a sentence; {@code unknown} where the
 *     evidence does not reach
 * @param grounded whether every edge from the symptom to the change is supported
 */
public record Cause(
    String cluster,
    List<Node> nodes,
    List<Edge> edges,
    @Nullable String service,
    String statement,
    boolean grounded)
    implements AboutFailure {

  public static final String UNKNOWN = "unknown";

  /** The levels, from what was seen to what should have caught it. */
  public enum Level {
    SYMPTOM,
    INTERACTION,
    MECHANISM,
    CHANGE,
    GUARD
  }

  /** Whether a check bore a claim out. */
  public enum Support {
    SUPPORTED,
    REFUTED
  }

  /**
   * What is known at a level.
   *
   * @param text the finding, or {@code unknown}
   * @param kind of a mechanism one word of the closed list, such as {@code missing-route}; else
   *     null
   * @param refs the journal lines that it rests on
   */
  public record Node(Level level, String text, @Nullable String kind, List<Long> refs) {

    public Node {
      refs = List.copyOf(refs);
    }
  }

  /**
   * Why one level follows from another: it cannot be made without evidence and a check.
   *
   * @param from index into the nodes
   * @param to index into the nodes
   * @param prediction what must be seen if the claim holds
   * @param observed what was seen
   * @param refs the lines of the evidence and of the check
   */
  public record Edge(
      int from,
      int to,
      String claim,
      String prediction,
      String observed,
      Support support,
      List<Long> refs) {

    public Edge {
      refs = List.copyOf(refs);
      if (refs.isEmpty() || prediction.isBlank() || observed.isBlank()) {
        throw new IllegalArgumentException(
            "edge '%s': evidence, a prediction and its check are required".formatted(claim));
      }
    }
  }

  public Cause {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    for (Edge edge : edges) {
      if (edge.from() < 0 || edge.to() >= nodes.size() || edge.from() >= edge.to()) {
        throw new IllegalArgumentException("edge '%s': leads nowhere".formatted(edge.claim()));
      }
    }
  }
}
