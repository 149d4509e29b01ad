package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import java.util.IdentityHashMap;
import java.util.List;

/** Which code checks something, itself or in what it surely calls. Remembers its answers. */
final class CheckReach {

  private final Calls calls;
  private final Checks checks;
  private final IdentityHashMap<Node, List<Code>> reached = new IdentityHashMap<>();
  private final IdentityHashMap<Node, List<Node>> held = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Boolean> reaching = new IdentityHashMap<>();

  CheckReach(Calls calls, Checks checks) {
    this.calls = calls;
    this.checks = checks;
  }

  /** What code surely calls, itself first. */
  List<Code> sure(Code code) {
    return reached.computeIfAbsent(code.declaration(), d -> new Reach(calls).sure(code));
  }

  /**
   * The checks in a piece of code. A call of the suite's own {@code assertX} is none by its name:
   * its body decides.
   */
  List<Node> checksIn(Node node, Code in) {
    return held.computeIfAbsent(node, n -> find(n, in));
  }

  private List<Node> find(Node node, Code in) {
    return checks.in(node).stream().filter(check -> isCheck(check, in)).toList();
  }

  /** Whether this very node is a check. */
  boolean isCheck(Node node, Code in) {
    return checks.isCheck(node)
        && (checks.isDeclared(node) || calls.targets(node, in.type()).isEmpty());
  }

  /** Whether a piece of code checks something, itself or in what it surely calls. */
  boolean checksSomewhere(Node node, Code in) {
    return !checksIn(node, in).isEmpty()
        || node.findAll(Node.class).stream().anyMatch(call -> callsCheck(call, in));
  }

  /** Whether a call leads to a check. */
  boolean callsCheck(Node call, Code in) {
    return calls.targets(call, in.type()).stream().anyMatch(this::reachesCheck);
  }

  private boolean reachesCheck(Code code) {
    return reaching.computeIfAbsent(
        code.declaration(),
        d -> sure(code).stream().anyMatch(c -> !checksIn(c.declaration(), c).isEmpty()));
  }
}
