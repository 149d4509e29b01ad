package ai.netra.loop.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of a suite by name; names are resolved inside the suite and nowhere else. */
final class TypeIndex {

  private final Map<String, DeclaredType> byBinaryName = new LinkedHashMap<>();
  private final Map<String, List<DeclaredType>> bySimpleName = new LinkedHashMap<>();

  TypeIndex(List<SourceFile> files) {
    for (SourceFile file : files) {
      CompilationUnit unit = file.unit();
      if (unit != null) {
        unit.findAll(TypeDeclaration.class).forEach(type -> add(file, type));
      }
    }
  }

  private void add(SourceFile file, TypeDeclaration<?> declaration) {
    String name = DeclaredType.binaryName(declaration);
    DeclaredType type = new DeclaredType(name, file, declaration);
    byBinaryName.put(name, type);
    bySimpleName.computeIfAbsent(type.simpleName(), n -> new ArrayList<>()).add(type);
  }

  Optional<DeclaredType> byBinaryName(String name) {
    return Optional.ofNullable(byBinaryName.get(name));
  }

  Collection<DeclaredType> all() {
    return byBinaryName.values();
  }

  /** The type that a simple or dotted name means in a file, if the suite declares it. */
  Optional<DeclaredType> resolve(String name, SourceFile from) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return bySimpleName.getOrDefault(last, List.of()).stream()
        .filter(type -> isVisible(type, name, from))
        .findFirst();
  }

  private static boolean isVisible(DeclaredType type, String name, SourceFile from) {
    String canonical = type.binaryName().replace('$', '.');
    if (canonical.equals(name) || type.file().path().equals(from.path())) {
      return true;
    }
    if (!canonical.endsWith("." + name)) {
      return false;
    }
    String first = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
    String visible = canonical.substring(0, canonical.length() - name.length()) + first;
    CompilationUnit unit = from.parsed();
    return packageOf(visible).equals(packageOf(unit))
        || unit.getImports().stream().anyMatch(i -> imports(i, visible));
  }

  private static boolean imports(ImportDeclaration declaration, String canonical) {
    String imported = declaration.getNameAsString();
    if (declaration.isAsterisk()) {
      return imported.equals(packageOf(canonical));
    }
    return imported.equals(canonical);
  }

  private static String packageOf(String canonical) {
    return canonical.substring(0, Math.max(canonical.lastIndexOf('.'), 0));
  }

  private static String packageOf(CompilationUnit unit) {
    return unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
  }

  /** The type and everything that it inherits from, inside the suite, nearest first. */
  List<DeclaredType> lineage(DeclaredType type) {
    List<DeclaredType> lineage = new ArrayList<>();
    collect(type, lineage, new HashSet<>());
    return lineage;
  }

  private void collect(DeclaredType type, List<DeclaredType> lineage, Set<String> seen) {
    if (!seen.add(type.binaryName())) {
      return;
    }
    lineage.add(type);
    for (ClassOrInterfaceType parent : type.parents()) {
      resolve(parent.getNameWithScope(), type.file()).ifPresent(p -> collect(p, lineage, seen));
    }
  }

  /** The methods of this name that a type has, inherited ones too. */
  List<MethodDeclaration> methods(DeclaredType type, String name) {
    return lineage(type).stream().flatMap(t -> t.methods(name).stream()).toList();
  }
}
