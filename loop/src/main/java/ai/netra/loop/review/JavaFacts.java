package ai.netra.loop.review;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The facts that Java code defines. */
final class JavaFacts {

  private static final int SHORTEST_TEXT = 8;

  /** Shorter lists are alike by chance. */
  private static final int SHORTEST_LIST = 4;

  private static final Pattern CODES = Pattern.compile(".*(Codes?|Errors?|Failures?|Reasons?)");
  private static final Pattern ROUTES =
      Pattern.compile("(Get|Post|Put|Patch|Delete|Request)Mapping|Path|Route");
  private static final Pattern TYPES = Pattern.compile("JsonTypeName|JsonSubTypes\\.Type|Type");

  /** A value with a shape of its own: a path, a key, a name in several parts. */
  private static final Pattern DISTINCT =
      Pattern.compile("\\S*[a-zA-Z]\\S*[./:_-]\\S*[a-zA-Z]\\S*");

  private JavaFacts() {}

  static List<Fact> of(CompilationUnit unit) {
    List<Fact> facts = new ArrayList<>();
    unit.findAll(FieldDeclaration.class).stream()
        .filter(field -> field.isStatic() && field.isFinal())
        .flatMap(field -> field.getVariables().stream())
        .forEach(variable -> constant(variable).ifPresent(facts::add));
    unit.findAll(EnumDeclaration.class).forEach(type -> facts.addAll(ofEnum(type)));
    unit.findAll(AnnotationExpr.class).forEach(it -> facts.addAll(ofAnnotation(it)));
    unit.findAll(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().matches("of|asList"))
        .forEach(call -> list(call, call.getArguments()).ifPresent(facts::add));
    unit.findAll(ArrayInitializerExpr.class)
        .forEach(array -> list(array, array.getValues()).ifPresent(facts::add));
    return facts;
  }

  private static Optional<Fact> constant(VariableDeclarator variable) {
    String name = variable.getNameAsString();
    Optional<Expression> value = variable.getInitializer();
    if (value.isPresent() && value.get() instanceof StringLiteralExpr text) {
      return text(text.asString(), Syntax.line(variable));
    }
    return value
        .map(Expression::toString)
        .flatMap(it -> TextFacts.number(name, it, Syntax.line(variable)));
  }

  /** A text that is defined; empty for common words. */
  static Optional<Fact> text(String value, int line) {
    boolean distinct = value.length() >= SHORTEST_TEXT && DISTINCT.matcher(value).matches();
    return distinct
        ? Optional.of(new Fact("constant", value, Fact.normal(value), line))
        : Optional.empty();
  }

  private static List<Fact> ofEnum(EnumDeclaration type) {
    List<Fact> facts = new ArrayList<>();
    List<String> names =
        type.getEntries().stream().map(EnumConstantDeclaration::getNameAsString).toList();
    if (CODES.matcher(type.getNameAsString()).matches()) {
      type.getEntries().forEach(it -> facts.add(code(it.getNameAsString(), Syntax.line(it))));
    }
    listed(names, Syntax.line(type)).ifPresent(facts::add);
    return facts;
  }

  private static Fact code(String name, int line) {
    return new Fact("error code", name, Fact.normal(name), line);
  }

  private static List<Fact> ofAnnotation(AnnotationExpr annotation) {
    String name = annotation.getNameAsString();
    String kind =
        ROUTES.matcher(name).matches()
            ? "route"
            : TYPES.matcher(name).matches() ? "message type" : "";
    if (kind.isEmpty()) {
      return List.of();
    }
    return annotation.findAll(StringLiteralExpr.class).stream()
        .map(StringLiteralExpr::asString)
        .filter(it -> it.length() > 1)
        .map(it -> new Fact(kind, method(name) + it, Fact.normal(it), Syntax.line(annotation)))
        .toList();
  }

  private static String method(String annotation) {
    return annotation.endsWith("Mapping") ? annotation.replace("Mapping", " ") : "";
  }

  private static Optional<Fact> list(Node node, List<Expression> elements) {
    if (!elements.stream().allMatch(LiteralExpr.class::isInstance)) {
      return Optional.empty();
    }
    List<String> values = elements.stream().map(it -> it.toString().replace("\"", "")).toList();
    return listed(values, Syntax.line(node));
  }

  private static Optional<Fact> listed(List<String> values, int line) {
    boolean words =
        values.stream().distinct().filter(it -> it.matches("[A-Za-z][\\w.:/-]{2,}")).count()
            >= SHORTEST_LIST;
    if (!words) {
      return Optional.empty();
    }
    List<String> sorted =
        values.stream().map(it -> it.toLowerCase(Locale.ROOT)).distinct().sorted().toList();
    return Optional.of(
        new Fact("list", String.join(",", sorted), Fact.normal(values.getFirst()), line));
  }
}
