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
import java.util.Set;
import java.util.regex.Pattern;

/** The facts that Java code defines. */
final class JavaFacts {

  private static final int SHORTEST_TEXT = 8;

  /** Shorter lists are alike by chance. */
  private static final int SHORTEST_LIST = 4;

  private static final Pattern CODES = Pattern.compile(".*Errors?(Codes?)?");
  private static final Pattern ROUTES =
      Pattern.compile("(Get|Post|Put|Patch|Delete|Request)Mapping|Path|Route");
  private static final Pattern TYPES = Pattern.compile("JsonTypeName|MessageType");

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
    unit.findAll(AnnotationExpr.class).forEach(it -> ofAnnotation(it).ifPresent(facts::add));
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

  /** Words of a protocol, which everybody spells out: a media type, the scheme of a URL. */
  private static final Pattern SHARED =
      Pattern.compile("[a-z]+/[a-z0-9.+*-]+(;.*)?|\\w+(:\\w+)*:(//)?|-.*");

  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options");

  /** A text that is defined; empty for common words. */
  static Optional<Fact> text(String value, int line) {
    boolean distinct =
        value.length() >= SHORTEST_TEXT
            && DISTINCT.matcher(value).matches()
            && !SHARED.matcher(value).matches();
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

  private static Optional<Fact> ofAnnotation(AnnotationExpr annotation) {
    String name = annotation.getNameAsString();
    boolean route = ROUTES.matcher(name).matches();
    if (!route && !TYPES.matcher(name).matches()) {
      return Optional.empty();
    }
    String kind = route ? Fact.ROUTE : "message type";
    return annotation
        .findFirst(StringLiteralExpr.class, it -> it.asString().length() > 1)
        .map(it -> Fact.normal(it.asString()))
        .map(it -> new Fact(kind, Syntax.plain(annotation), it, Syntax.line(annotation)));
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
    if (METHODS.containsAll(sorted)) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact("list", String.join(",", sorted), Fact.normal(values.getFirst()), line));
  }
}
