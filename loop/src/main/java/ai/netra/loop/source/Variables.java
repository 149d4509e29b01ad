package ai.netra.loop.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import java.util.HashMap;
import java.util.Map;

/** The local names of a piece of code with their declared types; {@code var} has its value's. */
final class Variables {

  private final Map<String, String> types = new HashMap<>();

  Variables(Node code) {
    code.walk(this::note);
  }

  private void note(Node node) {
    switch (node) {
      case VariableDeclarator v when !isField(v) ->
          types.put(v.getNameAsString(), name(v.getType()));
      case Parameter p -> types.put(p.getNameAsString(), name(p.getType()));
      case TypePatternExpr p -> types.put(p.getNameAsString(), name(p.getType()));
      default -> {}
    }
  }

  private static boolean isField(VariableDeclarator variable) {
    return variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }

  private static String name(Type type) {
    return type.isVarType() || type.isUnknownType() ? "" : type.asString();
  }

  boolean holds(String name) {
    return types.containsKey(name);
  }

  /** The declared type's name; empty where it is left to the compiler. */
  String typeOf(String name) {
    return types.getOrDefault(name, "");
  }
}
