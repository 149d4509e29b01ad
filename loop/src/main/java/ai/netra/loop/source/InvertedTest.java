package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The test passes because an assertion fails. */
record InvertedTest() implements SmellRule {

  private static final Pattern ASSERTION =
      Pattern.compile(
          "AssertionError|AssertionFailedError|MultipleFailuresError|ComparisonFailure");
  private static final Set<String> EXPECTS =
      Set.of(
          "assertThrows",
          "assertThrowsExactly",
          "assertThatExceptionOfType",
          "isInstanceOf",
          "isExactlyInstanceOf",
          "expectThrows",
          "hasCauseInstanceOf");

  @Override
  public String name() {
    return "inverted-test";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    return test.sure().stream()
        .flatMap(
            code ->
                code.declaration().findAll(Node.class).stream()
                    .filter(node -> isInverted(test, code, node))
                    .map(
                        node ->
                            test.fatal(
                                name(), code, node, "it passes when an assertion fails: " + node)))
        .toList();
  }

  private static boolean isInverted(TestCode test, Code code, Node node) {
    return switch (node) {
      case MethodCallExpr call ->
          EXPECTS.contains(call.getNameAsString())
              && call.getArguments().stream().anyMatch(InvertedTest::isAssertionClass);
      case TryStmt tried ->
          tried.getCatchClauses().stream().anyMatch(clause -> isWanted(test, code, tried, clause));
      default -> false;
    };
  }

  private static boolean isAssertionClass(Node argument) {
    return argument instanceof ClassExpr type
        && ASSERTION.matcher(type.getType().asString()).matches();
  }

  /** {@code try { assertX(); fail(); } catch (AssertionError expected) {}}. */
  private static boolean isWanted(TestCode test, Code code, TryStmt tried, CatchClause clause) {
    boolean assertion = ASSERTION.matcher(clause.getParameter().getType().asString()).find();
    boolean checked = test.checksSomewhere(tried.getTryBlock(), code);
    boolean ends =
        clause.getBody().isEmpty()
            || clause
                .getBody()
                .findFirst(ReturnStmt.class, r -> r.getExpression().isEmpty())
                .isPresent();
    return assertion
        && checked
        && ends
        && clause.findFirst(ThrowStmt.class).isEmpty()
        && Loops.around(tried, code).isEmpty();
  }
}
