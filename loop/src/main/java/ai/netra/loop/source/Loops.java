package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.Optional;
import java.util.regex.Pattern;

/** What loops look like: which ones poll until something is so, and until when at the latest. */
final class Loops {

  private static final Pattern DEADLINE =
      Pattern.compile(
          "(?i)deadline|until|nanoTime|currentTimeMillis|Instant|isBefore|isAfter|remaining|timeout|expire|clock");

  private Loops() {}

  /** The innermost loop around a node, inside its method. */
  static Optional<Statement> around(Node node, Code code) {
    Node at = node;
    while (!Nodes.same(at, code.declaration()) && at.getParentNode().isPresent()) {
      at = at.getParentNode().get();
      if (isLoop(at)) {
        return Optional.of((Statement) at);
      }
    }
    return Optional.empty();
  }

  static boolean isLoop(Node node) {
    return node instanceof WhileStmt
        || node instanceof DoStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt;
  }

  /** Whether a loop ends when something is so, and at a deadline or after a count at the latest. */
  static boolean isPollWithDeadline(Statement loop) {
    boolean counted = loop instanceof ForStmt counting && counting.getCompare().isPresent();
    return (counted || hasDeadline(loop)) && (endsEarly(loop) || conditionAsks(loop));
  }

  static boolean hasDeadline(Statement loop) {
    return DEADLINE.matcher(loop.toString()).find();
  }

  private static boolean endsEarly(Statement loop) {
    return loop.findFirst(ReturnStmt.class).isPresent()
        || loop.findFirst(BreakStmt.class).isPresent();
  }

  /** {@code while (!ready() && now < deadline)}: more is asked than the time. */
  private static boolean conditionAsks(Statement loop) {
    Optional<Expression> condition =
        switch (loop) {
          case WhileStmt w -> Optional.of(w.getCondition());
          case DoStmt d -> Optional.of(d.getCondition());
          case ForStmt f -> f.getCompare();
          default -> Optional.empty();
        };
    return condition.map(Expression::toString).filter(Loops::asksMoreThanTheTime).isPresent();
  }

  private static boolean asksMoreThanTheTime(String condition) {
    boolean joined = condition.contains("&&") || condition.contains("||");
    boolean calls = condition.contains("(") && !DEADLINE.matcher(condition).find();
    return joined || calls;
  }
}
