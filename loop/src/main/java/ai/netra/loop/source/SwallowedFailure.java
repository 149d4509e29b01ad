package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A catch around a call or an assertion that neither fails nor rethrows. A catch that keeps what it
 * caught (assigns, returns or hands it on), restores an interrupt, belongs to a poll that fails at
 * its deadline, or follows a {@code fail} that it cannot catch is none.
 */
record SwallowedFailure() implements SmellRule {

  private static final Pattern ENDS =
      Pattern.compile("close|abort|disconnect|shutdown\\w*|destroy\\w*|cancel|stop|delete\\w*");
  private static final Pattern ONLY_TELLS =
      Pattern.compile("print\\w*|log|trace|debug|info|warn|error|getMessage|toString");
  private static final Pattern CATCHES_ALL =
      Pattern.compile("Throwable|Error|AssertionError|AssertionFailedError");

  @Override
  public String name() {
    return "swallowed-failure";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Smells.Finding> findings = new ArrayList<>();
    for (Code code : test.sure()) {
      for (TryStmt tried : code.declaration().findAll(TryStmt.class)) {
        tried.getCatchClauses().stream()
            .filter(clause -> swallows(test, code, tried, clause))
            .forEach(clause -> findings.add(finding(test, code, clause)));
      }
    }
    return findings;
  }

  private Smells.Finding finding(TestCode test, Code code, CatchClause clause) {
    String type = clause.getParameter().getType().asString();
    return test.fatal(
        name(), code, clause, "what goes wrong ends in a catch of " + type + " that does not fail");
  }

  private static boolean swallows(TestCode test, Code code, TryStmt tried, CatchClause clause) {
    return isAroundSomething(test, code, tried.getTryBlock())
        && !answers(test, code, clause)
        && !failsOtherwise(test, code, tried, clause)
        && !endsPoll(test, code, tried);
  }

  /** A call that reaches out, or a check; ending a connection is neither. */
  private static boolean isAroundSomething(TestCode test, Code code, BlockStmt block) {
    return test.checksSomewhere(block, code)
        || block.findAll(MethodCallExpr.class).stream()
            .anyMatch(
                call ->
                    !ENDS.matcher(call.getNameAsString()).matches()
                        && test.origins().brings(call, code));
  }

  private static boolean answers(TestCode test, Code code, CatchClause clause) {
    BlockStmt body = clause.getBody();
    return body.findFirst(ThrowStmt.class).isPresent()
        || body.findFirst(AssignExpr.class).isPresent()
        || body.findFirst(ReturnStmt.class, r -> r.getExpression().isPresent()).isPresent()
        || test.checksSomewhere(body, code)
        || handsOn(clause);
  }

  /** It gives the caught thing to something else than a log, or restores the interrupt. */
  private static boolean handsOn(CatchClause clause) {
    String caught = clause.getParameter().getNameAsString();
    return clause.getBody().findAll(MethodCallExpr.class).stream()
        .filter(call -> !ONLY_TELLS.matcher(call.getNameAsString()).matches())
        .anyMatch(
            call ->
                call.getNameAsString().equals("interrupt")
                    || call.getArguments().stream().anyMatch(a -> names(a, caught)));
  }

  private static boolean names(Node argument, String variable) {
    return Pattern.compile("\\b" + Pattern.quote(variable) + "\\b")
        .matcher(argument.toString())
        .find();
  }

  /** {@code try { call(); fail(); } catch (Expected e) {}}: the fail goes through the catch. */
  private static boolean failsOtherwise(
      TestCode test, Code code, TryStmt tried, CatchClause clause) {
    Optional<Statement> last = tried.getTryBlock().getStatements().getLast();
    boolean fails = last.filter(s -> isFailing(test, code, s)).isPresent();
    return fails && !CATCHES_ALL.matcher(clause.getParameter().getType().asString()).find();
  }

  private static boolean isFailing(TestCode test, Code code, Statement statement) {
    return statement.isThrowStmt()
        || test.checksIn(statement, code).stream()
            .anyMatch(
                n -> n instanceof MethodCallExpr call && call.getNameAsString().startsWith("fail"));
  }

  /** The loop around it ends in a failure of its own, or goes on only until a check passes. */
  private static boolean endsPoll(TestCode test, Code code, TryStmt tried) {
    Node at = tried;
    while (at.getParentNode().isPresent() && !Nodes.same(at, code.declaration())) {
      if (Loops.isLoop(at) && followedByFailure(test, code, at)) {
        return true;
      }
      at = at.getParentNode().get();
    }
    return false;
  }

  private static boolean followedByFailure(TestCode test, Code code, Node loop) {
    if (!(loop.getParentNode().orElse(null) instanceof BlockStmt block)) {
      return false;
    }
    NodeList<Statement> statements = block.getStatements();
    int next = indexOf(statements, loop) + 1;
    return statements.subList(next, statements.size()).stream()
        .anyMatch(s -> s.isThrowStmt() || test.checksSomewhere(s, code));
  }

  private static int indexOf(NodeList<Statement> statements, Node wanted) {
    int index = 0;
    while (index < statements.size() && !Nodes.same(statements.get(index), wanted)) {
      index++;
    }
    return index;
  }
}
