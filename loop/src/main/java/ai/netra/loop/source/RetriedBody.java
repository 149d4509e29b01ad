package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole body is tried again until it passes, which hides the first failure. A poll for one
 * condition, after an action of the test, is none.
 */
record RetriedBody() implements SmellRule {

  private static final Pattern RETRIES = Pattern.compile("(?i).*(retry|retries|retrying|flaky).*");
  private static final Pattern FAILURE =
      Pattern.compile("Throwable|Error|AssertionError|AssertionFailedError|Exception");

  private static final Pattern ACTS =
      Pattern.compile("(?i)(post|put|patch|delete|send|create|upload|register|connect).*");

  @Override
  public String name() {
    return "retried-body";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    Code code = test.test();
    return Stream.of(annotations(code), loops(test, code), helpers(test, code))
        .flatMap(nodes -> nodes)
        .map(
            node ->
                test.fatal(
                    name(), code, node, "a failure of the whole body is hidden by trying it again"))
        .toList();
  }

  private static Stream<Node> annotations(Code code) {
    return code.declaration().getAnnotations().stream()
        .filter(a -> RETRIES.matcher(a.getNameAsString()).matches())
        .map(AnnotationExpr.class::cast);
  }

  private static Stream<Node> loops(TestCode test, Code code) {
    return code.declaration().findAll(Node.class).stream()
        .filter(Loops::isLoop)
        .filter(loop -> retries(test, code, loop) && holdsAll(test, code, loop))
        .filter(loop -> !onlyReadsUntilADeadline(loop));
  }

  private static boolean retries(TestCode test, Code code, Node loop) {
    return loop.findAll(TryStmt.class).stream()
        .anyMatch(
            tried ->
                test.checksSomewhere(tried.getTryBlock(), code)
                    && tried.getCatchClauses().stream().anyMatch(RetriedBody::catchesFailure));
  }

  private static boolean catchesFailure(CatchClause clause) {
    return Stream.of(clause.getParameter().getType().asString().split("\\|", -1))
        .anyMatch(type -> FAILURE.matcher(type.strip()).matches());
  }

  /** Asking again until a deadline is a poll; doing something again is not. */
  private static boolean onlyReadsUntilADeadline(Node loop) {
    return Loops.hasDeadline((Statement) loop)
        && loop.findAll(MethodCallExpr.class).stream()
            .noneMatch(call -> ACTS.matcher(call.getNameAsString()).matches());
  }

  /** Nothing outside reaches out or checks: what is tried again is all there is. */
  private static boolean holdsAll(TestCode test, Code code, Node part) {
    return code.declaration().findAll(MethodCallExpr.class).stream()
        .filter(call -> !part.isAncestorOf(call))
        .noneMatch(call -> test.origins().brings(call, code));
  }

  private static Stream<Node> helpers(TestCode test, Code code) {
    return code.declaration().findAll(MethodCallExpr.class).stream()
        .filter(call -> RETRIES.matcher(call.getNameAsString()).matches())
        .filter(call -> call.getArguments().stream().anyMatch(LambdaExpr.class::isInstance))
        .filter(call -> test.checksSomewhere(call, code) && holdsAllBut(test, code, call))
        .map(Node.class::cast);
  }

  private static boolean holdsAllBut(TestCode test, Code code, MethodCallExpr helper) {
    return code.declaration().findAll(MethodCallExpr.class).stream()
        .filter(call -> !Nodes.same(call, helper) && !helper.isAncestorOf(call))
        .noneMatch(call -> test.origins().brings(call, code));
  }
}
