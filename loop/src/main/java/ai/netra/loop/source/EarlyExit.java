package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The test can skip or return before its first assertion. */
record EarlyExit() implements SmellRule {

  private static final Pattern ASSUMES = Pattern.compile("assum(e|ing)\\w*|abort");
  private static final Pattern ABORTS =
      Pattern.compile("Test(Aborted|Skipped)Exception|AssumptionViolatedException");

  @Override
  public String name() {
    return "early-exit";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Smells.Finding> findings = new ArrayList<>();
    Code code = test.test();
    Optional<Position> first = firstCheck(test, code);
    for (Node exit : exits(code.declaration(), true)) {
      if (first.isEmpty() || isBefore(exit, first.get())) {
        findings.add(
            test.fatal(name(), code, exit, "it can end before the first assertion: " + exit));
      }
    }
    for (Code helper : test.sure().subList(1, test.sure().size())) {
      exits(helper.declaration(), false)
          .forEach(exit -> findings.add(test.fatal(name(), helper, exit, "it can skip: " + exit)));
    }
    return findings;
  }

  private static List<Node> exits(CallableDeclaration<?> code, boolean returns) {
    List<Node> exits = new ArrayList<>();
    code.walk(
        node -> {
          if (isSkip(node) || (returns && isOwnReturn(node, code))) {
            exits.add(node);
          }
        });
    return exits;
  }

  private static boolean isSkip(Node node) {
    return switch (node) {
      case MethodCallExpr call ->
          ASSUMES.matcher(call.getNameAsString()).matches()
              && call.getScope().map(s -> s.toString().endsWith("Assumptions")).orElse(true);
      case ThrowStmt thrown -> ABORTS.matcher(thrown.getExpression().toString()).find();
      default -> false;
    };
  }

  /** A return of the test itself, not of a lambda or class inside it. */
  private static boolean isOwnReturn(Node node, CallableDeclaration<?> code) {
    if (!(node instanceof ReturnStmt statement) || statement.getExpression().isPresent()) {
      return false;
    }
    Node at = node;
    while (!Nodes.same(at, code)) {
      at = at.getParentNode().orElse(code);
      if (at instanceof LambdaExpr
          || (at instanceof CallableDeclaration<?> && !Nodes.same(at, code))) {
        return false;
      }
    }
    return true;
  }

  /** Where the test first checks, itself or by a call. */
  private static Optional<Position> firstCheck(TestCode test, Code code) {
    return code.declaration().findAll(Node.class).stream()
        .filter(n -> test.checks().isCheck(n, code) || test.checks().callsCheck(n, code))
        .flatMap(node -> node.getBegin().stream())
        .min(Position::compareTo);
  }

  private static boolean isBefore(Node node, Position position) {
    return node.getBegin().filter(begin -> begin.isBefore(position)).isPresent();
  }
}
