package ai.netra.loop.review;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tests may be added, never changed. */
final class Firewall {

  private static final Pattern TRUSTED =
      Pattern.compile("(java|javax|org\\.junit|org\\.assertj|org\\.hamcrest)\\..*");

  private Firewall() {}

  /** Why a change of a file of tests is refused; nothing where it only adds tests. */
  static Optional<String> breach(ChangedFile file) {
    if (Roles.runsTests(file.path())) {
      return Optional.of("it settles how tests run; no fix may change it");
    }
    if (file.isNew()) {
      return Optional.empty();
    }
    return file.isJava() && onlyAdds(file)
        ? Optional.empty()
        : Optional.of("a test may be added or put back to the base's text, never changed");
  }

  private static boolean onlyAdds(ChangedFile file) {
    Optional<CompilationUnit> before = file.unitBefore();
    Optional<CompilationUnit> after = file.unitAfter();
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    CompilationUnit rest = after.get().clone();
    List<String> known = members(before.get());
    rest.findAll(CallableDeclaration.class).stream()
        .filter(method -> isNewTest(method, known))
        .forEach(method -> method.remove());
    List<ImportDeclaration> imports = List.copyOf(rest.getImports());
    imports.stream().filter(it -> isHarmless(it, before.get())).forEach(ImportDeclaration::remove);
    return Syntax.plain(rest).equals(Syntax.plain(before.get()));
  }

  private static List<String> members(CompilationUnit unit) {
    return unit.findAll(CallableDeclaration.class).stream()
        .map(it -> it.getNameAsString())
        .toList();
  }

  /** A test without parameters, of a name that nothing in the file has or calls. */
  private static boolean isNewTest(CallableDeclaration<?> method, List<String> known) {
    return Methods.isTest(method)
        && method.getParentNode().orElse(null) instanceof TypeDeclaration<?>
        && !known.contains(method.getNameAsString());
  }

  /** A new name of a library that is no other library's. */
  private static boolean isHarmless(ImportDeclaration added, CompilationUnit before) {
    return !before.getImports().contains(added)
        && TRUSTED.matcher(added.getNameAsString()).matches();
  }
}
