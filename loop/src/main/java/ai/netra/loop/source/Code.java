package ai.netra.loop.source;

import com.github.javaparser.ast.body.CallableDeclaration;

/** A method or constructor of the suite, with the type that holds it. */
record Code(DeclaredType type, CallableDeclaration<?> declaration) {

  int line() {
    return declaration.getBegin().map(position -> position.line).orElse(1);
  }

  String name() {
    return declaration.getNameAsString();
  }
}
