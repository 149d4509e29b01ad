package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which calls are checks, by their names: assertion libraries, their fluent chains, the suite's
 * declared methods, and code that throws an assertion error itself.
 */
final class Checks {

  private static final Pattern FLUENT =
      Pattern.compile(
          "(is|has|have|are|be|do|does|doesnt|contains?|starts|ends|matches|match|satisfies|satisfy"
              + "|all|any|none|zip|accepts|rejects|can|completes|succeeds|fails|returns|exists"
              + "|singleElement|only)([A-Z].*)?");
  private static final Pattern ASSERTS = Pattern.compile("assert[A-Z].*|fail[A-Z]?.*");
  private static final Pattern BEGINS = Pattern.compile("(assert|fail|assume).*|then");
  private static final Pattern BEGINS_CHECK = Pattern.compile("assert[A-Z].*|then");
  private static final Pattern AWAITS = Pattern.compile("await|with|given");
  private static final Set<String> STARTS_CHAIN =
      Set.of("assertThat", "assertThatObject", "assertThatCode", "assertWithMessage", "then");
  private static final Set<String> CHECKS_OF_CLIENTS =
      Set.of(
          "andExpect",
          "expectStatus",
          "expectBody",
          "expectNext",
          "verifyComplete",
          "untilAsserted");

  private final Set<String> declared;

  /**
   * @param declared {@code Type#method} or {@code Type.method}, as {@code suites.<s>.assertions}
   */
  Checks(List<String> declared) {
    this.declared =
        declared.stream()
            .map(name -> name.substring(Math.max(name.lastIndexOf('#'), name.lastIndexOf('.')) + 1))
            .collect(Collectors.toSet());
  }

  /** All checks in a piece of code, in order: calls, {@code assert} and thrown assertion errors. */
  List<Node> in(Node code) {
    List<Node> checks = new ArrayList<>();
    code.walk(
        node -> {
          if (isCheck(node)) {
            checks.add(node);
          }
        });
    return checks;
  }

  /** Whether the suite declares this call to be a check. */
  boolean isDeclared(Node node) {
    return node instanceof MethodCallExpr call && declared.contains(call.getNameAsString());
  }

  boolean isCheck(Node node) {
    return switch (node) {
      case MethodCallExpr call -> isCheck(call);
      case ThrowStmt thrown -> throwsAssertion(thrown);
      case AssertStmt assertion -> true;
      default -> false;
    };
  }

  private boolean isCheck(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (STARTS_CHAIN.contains(name)) {
      return call.getArguments().size() > 1;
    }
    if (ASSERTS.matcher(name).matches() && isOfLibrary(call)) {
      return !name.equals("assertThatExceptionOfType");
    }
    return declared.contains(name)
        || CHECKS_OF_CLIENTS.contains(name)
        || endsChain(call, name)
        || isAwait(call, name);
  }

  /** {@code fail} and {@code assertX} stand alone or behind a type, not behind a value. */
  private static boolean isOfLibrary(MethodCallExpr call) {
    return call.getScope()
        .map(scope -> Character.isUpperCase(lastName(scope).charAt(0)) || !isFail(call))
        .orElse(true);
  }

  private static boolean isFail(MethodCallExpr call) {
    return call.getNameAsString().startsWith("fail");
  }

  private static String lastName(Expression scope) {
    String text = scope.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  /** A fluent check: its chain begins with an {@code assertThat}. */
  private static boolean endsChain(MethodCallExpr call, String name) {
    return FLUENT.matcher(name).matches()
        && BEGINS_CHECK.matcher(startOf(call).getNameAsString()).matches();
  }

  private static boolean isAwait(MethodCallExpr call, String name) {
    return name.equals("until") && AWAITS.matcher(startOf(call).getNameAsString()).matches();
  }

  /** Whether a call is an assertion library's, or one of a fluent chain that it began. */
  static boolean isOfChain(MethodCallExpr call) {
    return BEGINS.matcher(startOf(call).getNameAsString()).matches();
  }

  /** The first call of a chain. */
  static MethodCallExpr startOf(MethodCallExpr call) {
    MethodCallExpr first = call;
    while (first.getScope().orElse(null) instanceof MethodCallExpr before) {
      first = before;
    }
    return first;
  }

  /** One thrown in a catch passes on what went wrong; it checks nothing. */
  private static boolean throwsAssertion(ThrowStmt thrown) {
    boolean rethrown = Nodes.isInside(thrown, CatchClause.class);
    return !rethrown
        && thrown.getExpression() instanceof ObjectCreationExpr created
        && created.getType().getNameAsString().matches("Assertion.*Error|MultipleFailuresError");
  }
}
