package ai.netra.loop.faults;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of Java sources with the names that a truth knows them by; nothing is executed. */
final class TestNames {

  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
  private static final String TAG = "tag:";

  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25));
  private final Map<String, List<Named>> tests = new TreeMap<>();

  /**
   * A test.
   *
   * @param id {@code package.Class#method}
   */
  record Named(String id, String claim, Set<String> tags) {

    /** Whether a name of a truth means this test. */
    boolean is(String name) {
      if (name.startsWith(TAG)) {
        return tags.contains(name.substring(TAG.length()));
      }
      return id.equals(name) || (!name.contains("#") && claim.startsWith(name + " "));
    }

    /** Whether an id of a journal is this test's. */
    boolean isRecordedAs(String recorded) {
      int hash = id.indexOf('#');
      String type = Pattern.quote(id.substring(0, hash));
      String method = Pattern.quote(id.substring(hash + 1));
      return Pattern.compile(":%s].*[:](%s)[(]".formatted(type, method)).matcher(recorded).find();
    }
  }

  /** The same tests, to be changed apart from these. */
  TestNames copy() {
    TestNames copy = new TestNames();
    copy.tests.putAll(tests);
    return copy;
  }

  /** Takes the tests of a file in place of those it had; one that does not parse has none. */
  void put(String path, String source) {
    List<Named> found = new ArrayList<>();
    parser
        .parse(source)
        .getResult()
        .ifPresent(
            unit -> unit.findAll(MethodDeclaration.class).forEach(it -> add(unit, it, found)));
    tests.put(path, found);
  }

  private static void add(CompilationUnit unit, MethodDeclaration method, List<Named> found) {
    boolean test = method.getAnnotations().stream().anyMatch(it -> TESTS.contains(simple(it)));
    if (test) {
      method
          .getParentNode()
          .filter(ClassOrInterfaceDeclaration.class::isInstance)
          .map(ClassOrInterfaceDeclaration.class::cast)
          .ifPresent(type -> found.add(named(unit, type, method)));
    }
  }

  private static Named named(
      CompilationUnit unit, ClassOrInterfaceDeclaration type, MethodDeclaration method) {
    String folder = unit.getPackageDeclaration().map(it -> it.getNameAsString() + ".").orElse("");
    Set<String> tags = new HashSet<>();
    values("Tag", type).forEach(tags::add);
    values("Tag", method).forEach(tags::add);
    return new Named(
        folder + type.getNameAsString() + "#" + method.getNameAsString(),
        values("DisplayName", method).findFirst().orElse(""),
        tags);
  }

  private static Stream<String> values(String annotation, NodeWithAnnotations<?> node) {
    return node.getAnnotations().stream()
        .filter(it -> simple(it).equals(annotation))
        .flatMap(it -> it.findAll(LiteralStringValueExpr.class).stream())
        .map(LiteralStringValueExpr::getValue);
  }

  private static String simple(AnnotationExpr annotation) {
    return annotation.getName().getIdentifier();
  }

  /** The tests that a name means. */
  List<Named> named(String name) {
    return tests.values().stream().flatMap(List::stream).filter(test -> test.is(name)).toList();
  }
}
