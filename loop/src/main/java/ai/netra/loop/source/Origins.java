package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.Type;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from: <em>external</em> is what may come from the system under test, own is
 * what the test made up itself. Unknown counts as external, so that no honest test is accused.
 *
 * <p>Taint analysis without order of statements: see {@link Taints} for variables. Answers are
 * remembered until {@link #forget()}, because taints grow while they are sought.
 */
final class Origins {

  private final Calls calls;
  private final TypeIndex types;
  private final Taints taints;
  private final IdentityHashMap<Node, Boolean> answers = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Boolean> introductions = new IdentityHashMap<>();

  Origins(List<Code> reached, Calls calls, TypeIndex types) {
    this.calls = calls;
    this.types = types;
    this.taints = new Taints(this, calls);
    taints.settle(reached);
  }

  void forget() {
    answers.clear();
  }

  /** Whether an expression or piece of code holds something external. */
  boolean isExternal(Node node, Code in) {
    Boolean known = answers.get(node);
    if (known != null) {
      return known;
    }
    answers.put(node, false);
    boolean external = decide(node, in);
    answers.put(node, external);
    return external;
  }

  private boolean decide(Node node, Code in) {
    return switch (node) {
      case NameExpr name -> isExternalName(name.getNameAsString(), in);
      case FieldAccessExpr access -> isExternalAccess(access, in);
      case Type type -> false;
      case MethodCallExpr call -> brings(call, in) || anyChild(node, in);
      case ObjectCreationExpr created -> brings(created, in) || anyChild(node, in);
      case MethodReferenceExpr reference -> brings(reference, in) || anyChild(node, in);
      default -> anyChild(node, in);
    };
  }

  private boolean anyChild(Node node, Code in) {
    return node.getChildNodes().stream().anyMatch(child -> isExternal(child, in));
  }

  /** Whether a call itself may reach out of the test, whatever its arguments are. */
  boolean brings(Node call, Code in) {
    List<Code> targets = calls.targets(call, in.type());
    if (!targets.isEmpty()) {
      return targets.stream().anyMatch(this::introduces);
    }
    return switch (call) {
      case MethodCallExpr method -> isUnknown(method, in);
      case ObjectCreationExpr created -> isUnknown(created, in);
      case MethodReferenceExpr reference ->
          !isType(reference.getScope()) && isExternal(reference.getScope(), in);
      default -> false;
    };
  }

  private boolean introduces(Code code) {
    Boolean known = introductions.get(code.declaration());
    if (known != null) {
      return known;
    }
    introductions.put(code.declaration(), false);
    boolean found =
        hasNoBody(code)
            || code.declaration()
                .findFirst(Node.class, n -> isCall(n) && brings(n, code))
                .isPresent();
    introductions.put(code.declaration(), found);
    return found;
  }

  /** Somebody else implements it. */
  private static boolean hasNoBody(Code code) {
    return code.declaration() instanceof MethodDeclaration method && method.getBody().isEmpty();
  }

  private static boolean isCall(Node node) {
    return node instanceof MethodCallExpr
        || node instanceof ObjectCreationExpr
        || node instanceof MethodReferenceExpr;
  }

  private boolean isUnknown(ObjectCreationExpr created, Code in) {
    String name = created.getType().getNameWithScope();
    boolean isError = (name.endsWith("Error") || name.endsWith("Exception"));
    return !isError && !PureTypes.contains(name) && types.resolve(name, in.type().file()).isEmpty();
  }

  private boolean isUnknown(MethodCallExpr call, Code in) {
    if (Checks.isOfChain(call)) {
      return false;
    }
    Optional<Expression> scope = call.getScope();
    if (scope.isEmpty()) {
      return true;
    }
    if (isType(scope.get())) {
      return !PureTypes.contains(scope.get().toString())
          && types.resolve(scope.get().toString(), in.type().file()).isEmpty();
    }
    return isExternal(scope.get(), in) || !isPure(scope.get(), in);
  }

  /** An own value whose methods only compute. */
  private boolean isPure(Expression scope, Code in) {
    String type =
        switch (scope) {
          case NameExpr name -> declaredType(name.getNameAsString(), in);
          default -> "";
        };
    return type.isEmpty()
        || PureTypes.contains(type)
        || types.resolve(type, in.type().file()).isPresent();
  }

  private String declaredType(String name, Code in) {
    Variables variables = taints.variables(in);
    if (variables.holds(name)) {
      return variables.typeOf(name);
    }
    return field(name, in).map(f -> f.getType().asString()).orElse("");
  }

  private boolean isExternalName(String name, Code in) {
    if (taints.variables(in).holds(name)) {
      return taints.isTainted(name, in);
    }
    Optional<VariableDeclarator> field = field(name, in);
    if (field.isPresent()) {
      return isExternalField(field.get(), in);
    }
    return !Character.isUpperCase(name.charAt(0));
  }

  private boolean isExternalAccess(FieldAccessExpr access, Code in) {
    if (access.getScope() instanceof ThisExpr) {
      return field(access.getNameAsString(), in)
          .map(field -> isExternalField(field, in))
          .orElse(true);
    }
    return !isType(access.getScope()) && isExternal(access.getScope(), in);
  }

  /** A final field with an own value is own; what is set later may be anything. */
  private boolean isExternalField(VariableDeclarator field, Code in) {
    boolean fixed =
        field
            .getParentNode()
            .filter(FieldDeclaration.class::isInstance)
            .map(FieldDeclaration.class::cast)
            .filter(FieldDeclaration::isFinal)
            .isPresent();
    return !fixed || field.getInitializer().map(value -> isExternal(value, in)).orElse(true);
  }

  private Optional<VariableDeclarator> field(String name, Code in) {
    return types.lineage(in.type()).stream()
        .flatMap(type -> type.declaration().getFields().stream())
        .flatMap(field -> field.getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .findFirst();
  }

  /** By its shape alone: printing a long chain costs more than all the rest. */
  private static boolean isType(Expression scope) {
    return switch (scope) {
      case NameExpr name -> isCapital(name.getNameAsString());
      case FieldAccessExpr access -> isCapital(access.getNameAsString());
      case TypeExpr type -> true;
      default -> false;
    };
  }

  private static boolean isCapital(String name) {
    return Character.isUpperCase(name.charAt(0));
  }

  boolean isUnderExternalControl(Node node, Code in) {
    return taints.isUnderExternalControl(node, in);
  }
}
