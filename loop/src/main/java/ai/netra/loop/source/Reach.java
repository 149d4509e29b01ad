package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Follows calls through the code of a suite. */
record Reach(Calls calls) {

  /** What a test surely reaches, itself first. */
  List<Code> sure(Code start) {
    return follow(start, calls::targets);
  }

  /**
   * What a test may reach, where the receiver of a call is unknown.
   *
   * @param within the paths of the files that the test reaches: what it names nowhere it calls not
   */
  List<Code> possible(Code start, Set<String> within) {
    return follow(
        start,
        (node, type) ->
            calls.candidates(node, type).stream()
                .filter(code -> within.contains(code.type().file().path()))
                .toList());
  }

  private static List<Code> follow(Code start, BiFunction<Node, DeclaredType, List<Code>> targets) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Code> reached = new ArrayList<>();
    Deque<Code> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Code code = open.poll();
      if (seen.add(code.declaration())) {
        reached.add(code);
        code.declaration().walk(node -> open.addAll(targets.apply(node, code.type())));
      }
    }
    return reached;
  }
}
