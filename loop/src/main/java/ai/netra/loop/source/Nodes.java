package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import java.util.Optional;

/** The identity of nodes: two pieces of code that read alike are two. */
final class Nodes {

  private Nodes() {}

  /** Whether an ancestor is of this type. */
  static boolean isInside(Node node, Class<? extends Node> type) {
    Optional<Node> at = node.getParentNode();
    while (at.isPresent() && !type.isInstance(at.get())) {
      at = at.get().getParentNode();
    }
    return at.isPresent();
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }
}
