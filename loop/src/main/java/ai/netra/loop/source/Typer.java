package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/**
 * Tells the type of an expression where the suite itself declares it; everything else is unknown.
 * Variables are looked up by name in the enclosing method, then in fields.
 */
final class Typer {

  /** Chains of calls and variables longer than this are not followed. */
  private static final int DEPTH = 24;

  private final TypeIndex types;

  Typer(TypeIndex types) {
    this.types = types;
  }

  Optional<DeclaredType> typeOf(Expression expression, DeclaredType in) {
    return typeOf(expression, in, DEPTH);
  }

  private Optional<DeclaredType> typeOf(Expression expression, DeclaredType in, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return switch (expression) {
      case ThisExpr self -> Optional.of(in);
      case EnclosedExpr enclosed -> typeOf(enclosed.getInner(), in, depth - 1);
      case CastExpr cast -> named(cast.getType(), in);
      case ObjectCreationExpr created -> named(created.getType(), in);
      case NameExpr name -> ofName(name, in, depth);
      case FieldAccessExpr access -> ofField(access, in, depth);
      case MethodCallExpr call -> ofCall(call, in, depth);
      default -> Optional.empty();
    };
  }

  private Optional<DeclaredType> named(Type type, DeclaredType in) {
    return type.isClassOrInterfaceType()
        ? types.resolve(type.asClassOrInterfaceType().getNameWithScope(), in.file())
        : Optional.empty();
  }

  private Optional<DeclaredType> ofName(NameExpr name, DeclaredType in, int depth) {
    String identifier = name.getNameAsString();
    Optional<Variable> variable = variable(name, identifier);
    if (variable.isPresent()) {
      return ofVariable(variable.get(), in, depth);
    }
    return ofFieldNamed(identifier, in).or(() -> types.resolve(identifier, in.file()));
  }

  /** What a local name was declared as. */
  private record Variable(Optional<Type> type, Optional<Expression> value) {}

  private Optional<DeclaredType> ofVariable(Variable variable, DeclaredType in, int depth) {
    return variable
        .type()
        .flatMap(type -> named(type, in))
        .or(() -> variable.value().flatMap(value -> typeOf(value, in, depth - 1)));
  }

  /** Looks in the enclosing method, then in those around it (of an anonymous class). */
  private static Optional<Variable> variable(Node at, String name) {
    Optional<Variable> found = Optional.empty();
    Optional<Node> node = at.getParentNode();
    while (found.isEmpty() && node.isPresent()) {
      if (node.get() instanceof CallableDeclaration<?> code) {
        found = local(code, name).or(() -> pattern(code, name)).or(() -> parameter(code, name));
      }
      node = node.get().getParentNode();
    }
    return found;
  }

  private static Optional<Variable> local(CallableDeclaration<?> code, String name) {
    return code.findFirst(VariableDeclarator.class, v -> v.getNameAsString().equals(name))
        .map(v -> new Variable(withoutVar(v.getType()), v.getInitializer()));
  }

  private static Optional<Variable> pattern(CallableDeclaration<?> code, String name) {
    return code.findFirst(TypePatternExpr.class, p -> p.getNameAsString().equals(name))
        .map(p -> new Variable(withoutVar(p.getType()), Optional.empty()));
  }

  private static Optional<Variable> parameter(CallableDeclaration<?> code, String name) {
    return code.findFirst(Parameter.class, p -> p.getNameAsString().equals(name))
        .map(p -> new Variable(withoutVar(p.getType()), Optional.empty()));
  }

  private static Optional<Type> withoutVar(Type type) {
    return type.isVarType() || type.isUnknownType() ? Optional.empty() : Optional.of(type);
  }

  private Optional<DeclaredType> ofField(FieldAccessExpr access, DeclaredType in, int depth) {
    return typeOf(access.getScope(), in, depth - 1)
        .flatMap(scope -> ofFieldNamed(access.getNameAsString(), scope))
        .or(() -> types.resolve(access.toString(), in.file()));
  }

  private Optional<DeclaredType> ofFieldNamed(String name, DeclaredType owner) {
    return types.lineage(owner).stream()
        .flatMap(type -> type.fieldType(name).flatMap(t -> named(t, type)).stream())
        .findFirst();
  }

  private Optional<DeclaredType> ofCall(MethodCallExpr call, DeclaredType in, int depth) {
    Optional<DeclaredType> owner =
        call.getScope().isEmpty() ? Optional.of(in) : typeOf(call.getScope().get(), in, depth - 1);
    return owner.flatMap(type -> returned(type, call));
  }

  private Optional<DeclaredType> returned(DeclaredType owner, MethodCallExpr call) {
    for (DeclaredType type : types.lineage(owner)) {
      for (MethodDeclaration method : type.methods(call.getNameAsString())) {
        if (method.getParameters().size() == call.getArguments().size()) {
          return named(method.getType(), type);
        }
      }
    }
    return component(owner, call);
  }

  /** An accessor of a record. */
  private Optional<DeclaredType> component(DeclaredType owner, MethodCallExpr call) {
    return call.getArguments().isEmpty()
        ? owner.fieldType(call.getNameAsString()).flatMap(type -> named(type, owner))
        : Optional.empty();
  }
}
