package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Set;

/**
 * A test with the code of the suite that it reaches, as rules see it.
 *
 * @param test the test method
 * @param sure what it surely calls, itself first
 * @param closure the paths of the files that it reaches: nothing else decides what a rule finds
 */
record TestCode(
    Code test,
    List<Code> sure,
    Set<String> closure,
    Calls calls,
    CheckReach checks,
    Origins origins) {

  static TestCode of(Code test, Set<String> closure, Calls calls, CheckReach checks) {
    List<Code> sure = checks.sure(test);
    return new TestCode(
        test, sure, closure, calls, checks, new Origins(sure, calls, calls.types()));
  }

  /** A check and the code that holds it. */
  record Check(Node node, Code code) {}

  /** All checks that the test surely reaches. */
  List<Check> checksReached() {
    return sure.stream()
        .flatMap(code -> checksIn(code.declaration(), code).stream().map(n -> new Check(n, code)))
        .toList();
  }

  /**
   * Whether it may reach a check that it does not surely reach, because the receiver of a call is
   * unknown. Costly: to be asked last.
   */
  boolean mayCheckElsewhere() {
    return new Reach(calls)
        .possible(test, closure).stream()
            .filter(code -> sure.stream().noneMatch(code::isSame))
            .anyMatch(code -> !checksIn(code.declaration(), code).isEmpty());
  }

  List<Node> checksIn(Node node, Code in) {
    return checks.checksIn(node, in);
  }

  boolean checksSomewhere(Node node, Code in) {
    return checks.checksSomewhere(node, in);
  }

  /** Whether what a check looks at may come from the system under test. */
  boolean looksOutside(Check check) {
    return origins.isExternal(check.node(), check.code())
        || origins.isUnderExternalControl(check.node(), check.code());
  }

  /** A fatal finding at a node. */
  Smells.Finding fatal(String rule, Code code, Node at, String message) {
    int line = at.getBegin().map(position -> position.line).orElse(code.line());
    return new Smells.Finding(rule, code.type().file().path(), line, true, message);
  }
}
