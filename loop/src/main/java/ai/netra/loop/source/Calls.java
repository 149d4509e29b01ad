package ai.netra.loop.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which methods of the suite a piece of code calls. For one thread; it remembers its answers. */
final class Calls {

  private final TypeIndex types;
  private final Typer typer;
  private final Map<String, List<Code>> byName = new LinkedHashMap<>();

  /** By the node itself: the same text elsewhere may mean something else. */
  private final IdentityHashMap<Node, List<Code>> known = new IdentityHashMap<>();

  Calls(TypeIndex types) {
    this.types = types;
    this.typer = new Typer(types);
    for (DeclaredType type : types.all()) {
      for (MethodDeclaration method : type.declaration().getMethods()) {
        byName
            .computeIfAbsent(method.getNameAsString(), n -> new ArrayList<>())
            .add(new Code(type, method));
      }
    }
  }

  TypeIndex types() {
    return types;
  }

  /** What a call, creation or method reference means; empty where the suite does not declare it. */
  List<Code> targets(Node node, DeclaredType in) {
    boolean calls =
        node instanceof MethodCallExpr
            || node instanceof ObjectCreationExpr
            || node instanceof MethodReferenceExpr;
    return calls ? known.computeIfAbsent(node, n -> resolve(n, in)) : List.of();
  }

  private List<Code> resolve(Node node, DeclaredType in) {
    return switch (node) {
      case MethodCallExpr call -> ofCall(call, in);
      case ObjectCreationExpr created -> ofCreation(created, in);
      case MethodReferenceExpr reference -> ofReference(reference, in);
      default -> List.of();
    };
  }

  /**
   * What a call could mean where its receiver's type is unknown: every method of that name with as
   * many parameters. Good for acquitting a test, too much for accusing it.
   */
  List<Code> candidates(Node node, DeclaredType in) {
    List<Code> targets = targets(node, in);
    if (!targets.isEmpty() || !(node instanceof MethodCallExpr call)) {
      return targets;
    }
    return byName.getOrDefault(call.getNameAsString(), List.of()).stream()
        .filter(code -> takes(code.declaration(), call.getArguments().size()))
        .toList();
  }

  private List<Code> ofCall(MethodCallExpr call, DeclaredType in) {
    String name = call.getNameAsString();
    int arguments = call.getArguments().size();
    if (call.getScope().isPresent()) {
      return typer
          .typeOf(call.getScope().get(), in)
          .map(owner -> methods(owner, name, arguments))
          .orElse(List.of());
    }
    List<Code> own = methodsAround(in, name, arguments);
    return own.isEmpty() ? imported(in, name, arguments) : own;
  }

  /** Methods of the type itself, its ancestors, and the types it is nested in. */
  private List<Code> methodsAround(DeclaredType in, String name, int arguments) {
    for (Optional<DeclaredType> type = Optional.of(in);
        type.isPresent();
        type = outer(type.get())) {
      List<Code> methods = methods(type.get(), name, arguments);
      if (!methods.isEmpty()) {
        return methods;
      }
    }
    return List.of();
  }

  private Optional<DeclaredType> outer(DeclaredType type) {
    int dollar = type.binaryName().lastIndexOf('$');
    return dollar < 0
        ? Optional.empty()
        : types.byBinaryName(type.binaryName().substring(0, dollar));
  }

  private List<Code> imported(DeclaredType in, String name, int arguments) {
    return in.unit().getImports().stream()
        .filter(ImportDeclaration::isStatic)
        .filter(i -> i.isAsterisk() || i.getNameAsString().endsWith("." + name))
        .flatMap(i -> types.resolve(ownerOf(i), in.file()).stream())
        .flatMap(owner -> methods(owner, name, arguments).stream())
        .toList();
  }

  private static String ownerOf(ImportDeclaration declaration) {
    String name = declaration.getNameAsString();
    return declaration.isAsterisk() ? name : name.substring(0, name.lastIndexOf('.'));
  }

  private List<Code> methods(DeclaredType owner, String name, int arguments) {
    return types.lineage(owner).stream()
        .flatMap(type -> type.methods(name).stream().map(m -> new Code(type, m)))
        .filter(code -> takes(code.declaration(), arguments))
        .toList();
  }

  private static boolean takes(CallableDeclaration<?> code, int arguments) {
    int parameters = code.getParameters().size();
    boolean variable = parameters > 0 && code.getParameter(parameters - 1).isVarArgs();
    return parameters == arguments || (variable && arguments >= parameters - 1);
  }

  private List<Code> ofCreation(ObjectCreationExpr created, DeclaredType in) {
    return types
        .resolve(created.getType().getNameWithScope(), in.file())
        .map(type -> constructors(type, created.getArguments().size()))
        .orElse(List.of());
  }

  private static List<Code> constructors(DeclaredType type, int arguments) {
    return type.declaration().getConstructors().stream()
        .map(constructor -> new Code(type, constructor))
        .filter(code -> takes(code.declaration(), arguments))
        .toList();
  }

  private List<Code> ofReference(MethodReferenceExpr reference, DeclaredType in) {
    Expression scope = reference.getScope();
    Optional<DeclaredType> owner =
        scope instanceof TypeExpr type
            ? types.resolve(type.getType().asString(), in.file())
            : typer.typeOf(scope, in);
    String name = reference.getIdentifier();
    return owner.stream()
        .flatMap(o -> types.lineage(o).stream())
        .flatMap(type -> type.methods(name).stream().map(m -> new Code(type, m)))
        .toList();
  }
}
