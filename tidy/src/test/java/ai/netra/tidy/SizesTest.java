package ai.netra.tidy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files, methods, parameter lists and the public surface of a room stay small. */
class SizesTest {

  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 4;
  private static final int PUBLIC_TYPES = 1;

  /** Rooms that are nothing but data for others: the wire, and the lines of the journal. */
  private static final List<String> WIRE = List.of("contract/src/main/", "/ai/netra/loop/record/");

  private final JavaParser parser =
      new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));

  @Test
  void filesStayUnder300Lines() {
    Map<String, Integer> offenders = new HashMap<>();
    for (String file : all()) {
      int lines = (int) Repository.read(file).lines().count();
      if (lines > FILE_LINES) {
        offenders.put(file, lines);
      }
    }

    new Ratchet("file-lines", "a file holds one idea: take one out").check(offenders);
  }

  @Test
  void methodsStayUnder40Lines() {
    Map<String, Integer> offenders = new HashMap<>();
    for (String file : all()) {
      for (CallableDeclaration<?> method : methods(parse(file))) {
        int lines = method.getRange().map(range -> range.end.line - range.begin.line + 1).orElse(0);
        if (lines > METHOD_LINES) {
          offenders.merge(file + "#" + method.getNameAsString(), lines, Math::max);
        }
      }
    }

    new Ratchet("method-lines", "a method does one step: split it").check(offenders);
  }

  /** Constructors and the bean methods of configurations wire; other methods want a record. */
  @Test
  void methodsHaveAtMostFourParameters() {
    Map<String, Integer> offenders = new HashMap<>();
    for (String file : Repository.java("main")) {
      if (file.endsWith("Configuration.java")) {
        continue;
      }
      for (CallableDeclaration<?> method : methods(parse(file))) {
        int parameters = method.getParameters().size();
        if (parameters > PARAMETERS && !(method instanceof ConstructorDeclaration)) {
          offenders.merge(file + "#" + method.getNameAsString(), parameters, Math::max);
        }
      }
    }

    new Ratchet("parameters", "hand a record over").check(offenders);
  }

  @Test
  void aRoomHasOnePublicType() {
    Map<String, Integer> counts = new HashMap<>();
    for (String file : Repository.java("main")) {
      if (WIRE.stream().anyMatch(file::contains)) {
        continue;
      }
      long types = parse(file).getTypes().stream().filter(TypeDeclaration::isPublic).count();
      counts.merge(file.substring(0, file.lastIndexOf('/')), (int) types, Integer::sum);
    }
    counts.values().removeIf(count -> count <= PUBLIC_TYPES);

    new Ratchet("public-types", "keep it package-private").check(counts);
  }

  private static List<String> all() {
    List<String> files = new ArrayList<>(Repository.java("main"));
    files.addAll(Repository.java("test"));
    return files;
  }

  private static List<CallableDeclaration<?>> methods(CompilationUnit unit) {
    List<CallableDeclaration<?>> methods = new ArrayList<>();
    unit.findAll(CallableDeclaration.class).forEach(methods::add);
    return methods;
  }

  private CompilationUnit parse(String file) {
    return parser
        .parse(Repository.read(file))
        .getResult()
        .orElseThrow(() -> new IllegalStateException(file + ": cannot be parsed"));
  }
}
