package ai.netra.loop.review;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of a file by a name that survives edits of their bodies. */
final class Methods {

  private static final Pattern TEST =
      Pattern.compile("Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate");

  private Methods() {}

  /** By type, name and types of the parameters. */
  static Map<String, CallableDeclaration<?>> of(Optional<CompilationUnit> unit) {
    Map<String, CallableDeclaration<?>> methods = new LinkedHashMap<>();
    if (unit.isPresent()) {
      for (CallableDeclaration<?> method : unit.get().findAll(CallableDeclaration.class)) {
        methods.putIfAbsent(name(method), method);
      }
    }
    return methods;
  }

  private static String name(CallableDeclaration<?> method) {
    StringBuilder name = new StringBuilder(method.getSignature().asString());
    Optional<Node> at = method.getParentNode();
    while (at.isPresent()) {
      if (at.get() instanceof TypeDeclaration<?> type) {
        name.insert(0, type.getNameAsString() + ".");
      }
      at = at.get().getParentNode();
    }
    return name.toString();
  }

  static boolean isTest(CallableDeclaration<?> method) {
    return method.getAnnotations().stream()
        .anyMatch(it -> TEST.matcher(it.getName().getIdentifier()).matches());
  }

  static Optional<BlockStmt> body(CallableDeclaration<?> method) {
    return method instanceof MethodDeclaration declared
        ? declared.getBody()
        : method.findFirst(BlockStmt.class);
  }
}
