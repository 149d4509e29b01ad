package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import java.util.List;

/**
 * A test with the code of the suite that it reaches, as rules see it.
 *
 * @param test the test method
 * @param sure what it surely calls, itself first
 * @param possible what it may call besides, where the receiver of a call is unknown
 */
record TestCode(Code test, List<Code> sure, List<Code> possible, Calls calls, Checks checks) {

  static TestCode of(Code test, Calls calls, Checks checks) {
    Reach reach = new Reach(calls);
    return new TestCode(test, reach.sure(test), reach.possible(test), calls, checks);
  }

  /**
   * The checks in a piece of code. A call of the suite's own {@code assertX} is none by its name:
   * its body decides.
   */
  List<Node> checksIn(Node node, DeclaredType in) {
    return checks.in(node).stream()
        .filter(check -> checks.isDeclared(check) || calls.targets(check, in).isEmpty())
        .toList();
  }

  /** Whether a piece of code checks something, itself or in what it surely calls. */
  boolean checksSomewhere(Node node, DeclaredType in) {
    if (!checksIn(node, in).isEmpty()) {
      return true;
    }
    Reach reach = new Reach(calls);
    return node.findAll(Node.class).stream()
        .flatMap(call -> calls.targets(call, in).stream())
        .flatMap(code -> reach.sure(code).stream())
        .anyMatch(code -> !checksIn(code.declaration(), code.type()).isEmpty());
  }

  /** A fatal finding at a node. */
  Smells.Finding fatal(String rule, Code code, Node at, String message) {
    int line = at.getBegin().map(position -> position.line).orElse(code.line());
    return new Smells.Finding(rule, code.type().file().path(), line, true, message);
  }
}
