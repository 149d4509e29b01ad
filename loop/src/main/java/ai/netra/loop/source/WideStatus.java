package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import ai.netra.loop.source.TestCode.Check;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An assertion accepts statuses of two classes: an answer and a refusal are both right to it. */
record WideStatus() implements SmellRule {

  private static final Pattern STATUS =
      Pattern.compile("(?i)status|responseCode|\\bcode\\(\\)|httpCode");
  private static final Set<String> ONE_OF = Set.of("isIn", "isOneOf", "anyOf", "in", "oneOf");

  private static final Set<String> RANGES = Set.of("isBetween", "isStrictlyBetween");
  private static final Map<String, String> BOUNDS =
      Map.of(
          "isLessThan", "LESS",
          "isLessThanOrEqualTo", "LESS_EQUALS",
          "isGreaterThan", "GREATER",
          "isGreaterThanOrEqualTo", "GREATER_EQUALS",
          "isNotEqualTo", "NOT_EQUALS");

  @Override
  public String name() {
    return "wide-status";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Smells.Finding> findings = new ArrayList<>();
    for (Check check : test.checksReached()) {
      Set<Integer> classes = accepted(check);
      if (classes.size() > 1) {
        String names = classes.stream().map(c -> c + "xx").collect(Collectors.joining(" and "));
        findings.add(
            test.fatal(
                name(), check.code(), check.node(), names + " are both accepted: " + check.node()));
      }
    }
    return findings;
  }

  /** The classes of statuses that a check lets through; empty where it is about none. */
  private static Set<Integer> accepted(Check check) {
    Set<Integer> widest = Set.of();
    for (Expression part : parts(check)) {
      Set<Integer> classes = accepted(part);
      widest = classes.size() > widest.size() ? classes : widest;
    }
    return widest;
  }

  /** The expressions of a check, with what its variables were given. */
  private static List<Expression> parts(Check check) {
    List<Expression> parts = new ArrayList<>(check.node().findAll(Expression.class));
    for (NameExpr name : check.node().findAll(NameExpr.class)) {
      check.code().declaration().findAll(VariableDeclarator.class).stream()
          .filter(variable -> variable.getNameAsString().equals(name.getNameAsString()))
          .flatMap(variable -> variable.getInitializer().stream())
          .forEach(value -> parts.addAll(value.findAll(Expression.class)));
    }
    return parts;
  }

  private static Set<Integer> accepted(Expression part) {
    return switch (part) {
      case BinaryExpr either when either.getOperator() == Operator.OR -> ofEither(either);
      case BinaryExpr compared -> ofComparison(compared);
      case MethodCallExpr call -> ofCall(call);
      default -> Set.of();
    };
  }

  private static Set<Integer> ofEither(BinaryExpr either) {
    boolean equal =
        either.findAll(BinaryExpr.class).stream().anyMatch(b -> b.getOperator() == Operator.EQUALS);
    return equal && isStatus(either) ? classes(statuses(either)) : Set.of();
  }

  private static Set<Integer> ofComparison(BinaryExpr compared) {
    if (!isStatus(compared.getLeft())
        || !(compared.getRight() instanceof IntegerLiteralExpr literal)
        || isPartOfRange(compared)) {
      return Set.of();
    }
    int bound = literal.asNumber().intValue();
    return bound < 100 || bound > 599 ? Set.of() : ofBound(compared.getOperator().name(), bound);
  }

  /** {@code a && b}: two bounds together may make one class. */
  private static boolean isPartOfRange(BinaryExpr compared) {
    return compared.getParentNode().orElse(null) instanceof BinaryExpr both
        && both.getOperator() == Operator.AND;
  }

  private static Set<Integer> ofCall(MethodCallExpr call) {
    String name = call.getNameAsString();
    boolean chained = Checks.isOfChain(call);
    if (name.equals("contains") && !chained) {
      // List.of(200, 404).contains(status)
      return call.getArguments().stream().anyMatch(WideStatus::isStatus)
          ? classes(statuses(call))
          : Set.of();
    }
    if (!isStatus(chained ? call : outermost(call))) {
      return Set.of();
    }
    if (ONE_OF.contains(name)) {
      return classes(statuses(call));
    }
    List<Integer> bounds = call.getArguments().stream().flatMap(a -> statuses(a).stream()).toList();
    if (bounds.size() == 2 && RANGES.contains(name)) {
      return within(s -> s >= bounds.get(0) && s <= bounds.get(1));
    }
    String operator = BOUNDS.get(name);
    return bounds.size() == 1 && operator != null ? ofBound(operator, bounds.getFirst()) : Set.of();
  }

  /** A matcher is an argument of the check that says what it is about. */
  private static Node outermost(MethodCallExpr call) {
    Node at = call;
    while (at.getParentNode().orElse(null) instanceof Expression parent) {
      at = parent;
    }
    return at;
  }

  private static Set<Integer> ofBound(String operator, int bound) {
    return switch (operator) {
      case "LESS" -> within(s -> s < bound);
      case "LESS_EQUALS" -> within(s -> s <= bound);
      case "GREATER" -> within(s -> s > bound);
      case "GREATER_EQUALS" -> within(s -> s >= bound);
      case "NOT_EQUALS" -> within(s -> s / 100 != bound / 100);
      default -> Set.of();
    };
  }

  /** Statuses below 200 are no final answers. */
  private static Set<Integer> within(IntPredicate accepted) {
    return classes(IntStream.range(200, 600).filter(accepted).boxed().toList());
  }

  private static boolean isStatus(Node node) {
    return STATUS.matcher(node.toString()).find();
  }

  private static List<Integer> statuses(Node node) {
    return node.findAll(IntegerLiteralExpr.class).stream()
        .map(literal -> literal.asNumber().intValue())
        .filter(number -> number >= 100 && number <= 599)
        .toList();
  }

  private static Set<Integer> classes(List<Integer> statuses) {
    return statuses.stream().map(s -> s / 100).collect(Collectors.toCollection(TreeSet::new));
  }
}
