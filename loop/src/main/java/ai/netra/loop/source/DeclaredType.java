package ai.netra.loop.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class, interface, record or enum that a suite declares.
 *
 * @param binaryName with dollar signs between nested names
 */
record DeclaredType(String binaryName, SourceFile file, TypeDeclaration<?> declaration) {

  CompilationUnit unit() {
    return file.parsed();
  }

  String simpleName() {
    return declaration.getNameAsString();
  }

  List<MethodDeclaration> methods(String name) {
    return declaration.getMethodsByName(name);
  }

  /** The types that it extends and implements, as written. */
  List<ClassOrInterfaceType> parents() {
    if (declaration instanceof ClassOrInterfaceDeclaration type) {
      return Stream.concat(type.getExtendedTypes().stream(), type.getImplementedTypes().stream())
          .toList();
    }
    return List.of();
  }

  /** The declared type of a field or record component. */
  Optional<Type> fieldType(String name) {
    return declaration
        .getFieldByName(name)
        .map(FieldDeclaration::getElementType)
        .or(() -> componentType(name));
  }

  private Optional<Type> componentType(String name) {
    if (declaration instanceof RecordDeclaration type) {
      return type.getParameters().stream()
          .filter(p -> p.getNameAsString().equals(name))
          .map(Parameter::getType)
          .findFirst();
    }
    return Optional.empty();
  }

  /** The binary name of a declaration: package, outer types, its own name. */
  static String binaryName(TypeDeclaration<?> declaration) {
    Node parent = declaration.getParentNode().orElse(null);
    if (parent instanceof TypeDeclaration<?> outer) {
      return binaryName(outer) + "$" + declaration.getNameAsString();
    }
    return declaration
        .findCompilationUnit()
        .flatMap(CompilationUnit::getPackageDeclaration)
        .map(name -> name.getNameAsString() + "." + declaration.getNameAsString())
        .orElse(declaration.getNameAsString());
  }
}
