package ai.netra.loop.source;

import com.github.javaparser.ast.body.CallableDeclaration;

/** A method or constructor of the suite, with the type that holds it. */
record Code(DeclaredType type, CallableDeclaration<?> declaration) {

  /** The very same piece of code; two that read alike are two. */
  boolean isSame(Code other) {
    return Nodes.same(declaration, other.declaration);
  }

  int line() {
    return declaration.getBegin().map(position -> position.line).orElse(1);
  }

  String name() {
    return declaration.getNameAsString();
  }
}
