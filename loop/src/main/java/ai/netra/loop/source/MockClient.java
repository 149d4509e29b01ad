package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mock or fake stands where the client of the real system should. */
record MockClient() implements SmellRule {

  private static final String TALKS =
      "(Client|Socket|WebSocket|Connection|Http|Api|Service|Backend|Server|Gateway|Transport)";
  private static final Pattern FAKE =
      Pattern.compile(
          "(Mock|Fake|Stub|Dummy)\\w*"
              + TALKS
              + "\\w*|\\w*"
              + TALKS
              + "(Mock|Fake|Stub|Dummy)|WireMock\\w*|MockWebServer|Mockito");
  private static final Pattern LIBRARY =
      Pattern.compile("org\\.(mockito|easymock|jmock|powermock)\\..*|io\\.mockk\\..*");
  private static final Pattern MAKES = Pattern.compile("mock|spy|createMock");

  @Override
  public String name() {
    return "mock-client";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    return Stream.concat(test.sure().stream().flatMap(code -> used(test, code)), fields(test))
        .toList();
  }

  private Stream<Smells.Finding> used(TestCode test, Code code) {
    return code.declaration().findAll(Node.class).stream()
        .filter(node -> isFake(node, code))
        .map(node -> finding(test, code, node));
  }

  /** Fields of the test's class are used by its set-up. */
  private Stream<Smells.Finding> fields(TestCode test) {
    Code code = test.test();
    return code.type().declaration().getFields().stream()
        .flatMap(field -> field.findAll(Node.class).stream())
        .filter(node -> isFake(node, code))
        .map(node -> finding(test, code, node));
  }

  private Smells.Finding finding(TestCode test, Code code, Node node) {
    return test.fatal(name(), code, node, "a stand-in, not the real system, is called: " + node);
  }

  private static boolean isFake(Node node, Code code) {
    return switch (node) {
      case ClassOrInterfaceType type -> FAKE.matcher(type.getNameAsString()).matches();
      case AnnotationExpr annotation ->
          annotation.getNameAsString().matches("Mock|Spy|MockBean|MockitoBean");
      case MethodCallExpr call ->
          MAKES.matcher(call.getNameAsString()).matches() && usesLibrary(code);
      default -> false;
    };
  }

  private static boolean usesLibrary(Code code) {
    return code.type().unit().getImports().stream()
        .anyMatch(i -> LIBRARY.matcher(i.getNameAsString()).matches());
  }
}
