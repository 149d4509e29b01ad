package ai.netra.loop.project;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one file; used by one thread. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();

  void add(Node node, String message) {
    add(node.getStartMark().orElseThrow(), message);
  }

  void add(Mark mark, String message) {
    found.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, message));
  }

  void addAtStart(String message) {
    found.add(new Finding(1, 1, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All findings in the order of the file. */
  List<Finding> inOrder() {
    return found.stream().sorted().distinct().toList();
  }
}
