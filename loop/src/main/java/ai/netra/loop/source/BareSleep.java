package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A sleep that is not the pause of a poll with a deadline. */
record BareSleep() implements SmellRule {

  private static final Set<String> SLEEPS =
      Set.of("sleep", "parkNanos", "parkUntil", "sleepUninterruptibly");

  @Override
  public String name() {
    return "bare-sleep";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Smells.Finding> findings = new ArrayList<>();
    for (Code code : test.sure()) {
      for (MethodCallExpr call : code.declaration().findAll(MethodCallExpr.class)) {
        if (isSleep(test, code, call) && !isPause(test, code, call)) {
          findings.add(test.fatal(name(), code, call, "it sleeps outside a poll: " + call));
        }
      }
    }
    return findings;
  }

  private static boolean isSleep(TestCode test, Code code, MethodCallExpr call) {
    return SLEEPS.contains(call.getNameAsString())
        && test.calls().targets(call, code.type()).isEmpty();
  }

  /** In a polling loop, or in a helper that is only called from polling loops. */
  private static boolean isPause(TestCode test, Code code, Node sleep) {
    if (Loops.around(sleep, code).isPresent()) {
      return Loops.around(sleep, code).filter(Loops::isPollWithDeadline).isPresent();
    }
    List<Boolean> uses = new ArrayList<>();
    for (Code caller : test.sure()) {
      for (Node call : caller.declaration().findAll(Node.class)) {
        if (test.calls().targets(call, caller.type()).stream().anyMatch(code::isSame)) {
          uses.add(Loops.around(call, caller).filter(Loops::isPollWithDeadline).isPresent());
        }
      }
    }
    return !uses.isEmpty() && uses.stream().allMatch(pause -> pause);
  }
}
