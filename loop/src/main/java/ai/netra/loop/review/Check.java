package ai.netra.loop.review;

import ai.netra.loop.source.JavaSources;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An assertion of a method.
 *
 * @param text the whole statement, in one way of writing
 * @param subject what it is about: the first argument of its chain, or the arguments of the call
 * @param kind the name of the last call
 * @param detours how many branches, catches and early returns stand between it and the method
 */
record Check(String text, String subject, String kind, int detours, int line) {

  /** All checks of a method, in order. */
  static List<Check> of(CallableDeclaration<?> method, List<String> declared) {
    return JavaSources.checks(method, declared).stream().map(node -> of(node, method)).toList();
  }

  private static Check of(Node node, CallableDeclaration<?> method) {
    Node whole = statement(node);
    String kind =
        node instanceof MethodCallExpr call ? call.getNameAsString() : node.getClass().getName();
    return new Check(
        Syntax.plain(whole), subject(node), kind, detours(node, method), Syntax.line(node));
  }

  private static Node statement(Node node) {
    Node at = node;
    while (at.getParentNode().orElse(null) instanceof Expression parent
        && !(parent instanceof LambdaExpr)) {
      at = parent;
    }
    return at;
  }

  private static String subject(Node node) {
    if (!(node instanceof MethodCallExpr call)) {
      return "";
    }
    MethodCallExpr start = call;
    while (start.getScope().orElse(null) instanceof MethodCallExpr before) {
      start = before;
    }
    if (start.getNameAsString().startsWith("assertThat")
        || start.getNameAsString().equals("then")) {
      return start.getArguments().getFirst().map(Node::toString).orElse("");
    }
    return call.getArguments().getLast().map(Node::toString).orElse("");
  }

  private static int detours(Node node, CallableDeclaration<?> method) {
    int detours = 0;
    for (Node at = node; at.getParentNode().isPresent() && !at.equals(method); ) {
      Node parent = at.getParentNode().get();
      detours += isDetour(parent) ? 1 : 0;
      if (parent instanceof BlockStmt block) {
        detours += leavesBefore(block, at) ? 1 : 0;
      }
      at = parent;
    }
    return detours;
  }

  private static boolean isDetour(Node parent) {
    return parent instanceof IfStmt
        || parent instanceof CatchClause
        || parent instanceof SwitchEntry
        || parent instanceof WhileStmt
        || parent instanceof LambdaExpr
        || (parent instanceof TryStmt tried && !tried.getCatchClauses().isEmpty());
  }

  /** Whether a statement before this one may leave the method. */
  private static boolean leavesBefore(BlockStmt block, Node at) {
    Optional<Integer> line = at.getBegin().map(begin -> begin.line);
    Stream<Statement> earlier =
        block.getStatements().stream()
            .filter(it -> Syntax.lastLine(it) < line.orElse(Integer.MAX_VALUE));
    return earlier.anyMatch(it -> it.findFirst(ReturnStmt.class).isPresent());
  }
}
