package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which variables may hold something external: given an external value, changed where an external
 * value decides, or handed to a call that reaches out. Grows until nothing changes.
 */
final class Taints {

  private static final Pattern TIME =
      Pattern.compile("nanoTime|currentTimeMillis|Instant\\.now|Duration\\.between");

  private final Origins origins;
  private final Calls calls;
  private final IdentityHashMap<Node, Set<String>> tainted = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Variables> variables = new IdentityHashMap<>();
  private boolean grew;

  Taints(Origins origins, Calls calls) {
    this.origins = origins;
    this.calls = calls;
  }

  void settle(List<Code> reached) {
    do {
      grew = false;
      origins.forget();
      reached.forEach(code -> code.declaration().walk(node -> spread(node, code)));
    } while (grew);
  }

  Variables variables(Code code) {
    return variables.computeIfAbsent(code.declaration(), Variables::new);
  }

  boolean isTainted(String name, Code in) {
    return names(in).contains(name);
  }

  private Set<String> names(Code code) {
    return tainted.computeIfAbsent(code.declaration(), d -> new HashSet<>());
  }

  private void taint(Expression target, Code in) {
    if (target instanceof NameExpr name) {
      taint(name.getNameAsString(), in);
    }
  }

  private void taint(String name, Code in) {
    if (variables(in).holds(name)) {
      grew |= names(in).add(name);
    }
  }

  private void spread(Node node, Code in) {
    switch (node) {
      case VariableDeclarator variable ->
          variable
              .getInitializer()
              .filter(value -> origins.isExternal(value, in))
              .ifPresent(value -> taint(variable.getNameAsString(), in));
      case AssignExpr assign -> spreadAssignment(assign, in);
      case UnaryExpr unary when isUnderExternalControl(unary, in) ->
          taint(unary.getExpression(), in);
      case ForEachStmt loop when origins.isExternal(loop.getIterable(), in) ->
          loop.getVariable().getVariables().forEach(v -> taint(v.getNameAsString(), in));
      case InstanceOfExpr test when origins.isExternal(test.getExpression(), in) ->
          test.findAll(TypePatternExpr.class).forEach(p -> taint(p.getNameAsString(), in));
      case SwitchEntry entry when isExternalSwitch(entry, in) ->
          entry.findAll(TypePatternExpr.class).forEach(p -> taint(p.getNameAsString(), in));
      case CatchClause clause -> spreadCatch(clause, in);
      case LambdaExpr lambda -> spreadLambda(lambda, in);
      case MethodReferenceExpr reference when isGivenOut(reference, in) ->
          taintParameters(reference, in);
      case MethodCallExpr call -> spreadCall(call, in);
      case ObjectCreationExpr created -> pass(created, created.getArguments(), false, in);
      default -> {}
    }
  }

  private void spreadAssignment(AssignExpr assign, Code in) {
    boolean controlled =
        !TIME.matcher(assign.getValue().toString()).find() && isUnderExternalControl(assign, in);
    if (controlled || origins.isExternal(assign.getValue(), in)) {
      taint(assign.getTarget(), in);
    }
  }

  private void spreadCatch(CatchClause clause, Code in) {
    if (clause.getParentNode().orElse(null) instanceof TryStmt tried
        && origins.isExternal(tried.getTryBlock(), in)) {
      taint(clause.getParameter().getNameAsString(), in);
    }
  }

  private void spreadLambda(LambdaExpr lambda, Code in) {
    if (isGivenOut(lambda, in)) {
      lambda.getParameters().stream().map(Parameter::getNameAsString).forEach(p -> taint(p, in));
    }
  }

  /** An argument of a call on something external gets what that call has to give. */
  private boolean isGivenOut(Node function, Code in) {
    Node parent = function.getParentNode().orElse(null);
    return switch (parent) {
      case MethodCallExpr call ->
          origins.brings(call, in)
              || call.getScope().filter(scope -> origins.isExternal(scope, in)).isPresent();
      case ObjectCreationExpr created -> origins.brings(created, in);
      case null, default -> false;
    };
  }

  private void spreadCall(MethodCallExpr call, Code in) {
    boolean fed = call.getArguments().stream().anyMatch(a -> origins.isExternal(a, in));
    if (fed || isUnderExternalControl(call, in)) {
      call.getScope().ifPresent(scope -> taintUnlessFixed(scope, in));
    }
    if (origins.brings(call, in)) {
      call.getArguments().forEach(argument -> taintUnlessFixed(argument, in));
    }
    boolean scoped = call.getScope().filter(s -> origins.isExternal(s, in)).isPresent();
    pass(call, call.getArguments(), scoped, in);
  }

  private void taintUnlessFixed(Expression expression, Code in) {
    if (expression instanceof NameExpr name
        && !PureTypes.isFixed(variables(in).typeOf(name.getNameAsString()))) {
      taint(name, in);
    }
  }

  /** A method that gets something external has it in its parameters. */
  private void pass(Node call, List<Expression> arguments, boolean scoped, Code in) {
    if (scoped || arguments.stream().anyMatch(a -> origins.isExternal(a, in))) {
      taintParameters(call, in);
    }
  }

  private void taintParameters(Node call, Code in) {
    for (Code target : calls.targets(call, in.type())) {
      target.declaration().getParameters().forEach(p -> taint(p.getNameAsString(), target));
    }
  }

  /** Whether it depends on something external if a piece of code runs, or how often. */
  boolean isUnderExternalControl(Node node, Code in) {
    for (Node at = node;
        !Nodes.same(at, in.declaration());
        at = at.getParentNode().orElse(in.declaration())) {
      Node parent = at.getParentNode().orElse(in.declaration());
      if (controls(parent, at, in)) {
        return true;
      }
    }
    return false;
  }

  private boolean controls(Node parent, Node child, Code in) {
    return switch (parent) {
      case IfStmt branch ->
          !Nodes.same(branch.getCondition(), child) && external(branch.getCondition(), in);
      case WhileStmt loop ->
          !Nodes.same(loop.getCondition(), child) && external(loop.getCondition(), in);
      case DoStmt loop ->
          !Nodes.same(loop.getCondition(), child) && external(loop.getCondition(), in);
      case ForStmt loop ->
          loop.getCompare().filter(c -> !Nodes.same(c, child) && external(c, in)).isPresent();
      case ForEachStmt loop ->
          !Nodes.same(loop.getIterable(), child) && external(loop.getIterable(), in);
      case SwitchEntry entry -> isExternalSwitch(entry, in);
      case TryStmt tried -> Nodes.same(tried.getTryBlock(), child) && mayThrow(tried, in);
      case CatchClause clause -> true;
      case LambdaExpr lambda -> isGivenOut(lambda, in);
      default -> false;
    };
  }

  private boolean external(Expression condition, Code in) {
    return origins.isExternal(condition, in);
  }

  private boolean mayThrow(TryStmt tried, Code in) {
    return !tried.getCatchClauses().isEmpty() && origins.isExternal(tried.getTryBlock(), in);
  }

  private boolean isExternalSwitch(SwitchEntry entry, Code in) {
    return entry
        .getParentNode()
        .flatMap(parent -> parent.getChildNodes().stream().findFirst())
        .filter(selector -> !(selector instanceof SwitchEntry))
        .filter(selector -> origins.isExternal(selector, in))
        .isPresent();
  }
}
