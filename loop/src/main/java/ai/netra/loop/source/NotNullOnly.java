package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import ai.netra.loop.source.TestCode.Check;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Set;

/** Of what comes from outside, a test asserts only that it is there. */
record NotNullOnly() implements SmellRule {

  private static final Set<String> NOT_NULL = Set.of("assertNotNull", "isNotNull");

  @Override
  public String name() {
    return "only-not-null";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Check> outside = test.checksReached().stream().filter(test::looksOutside).toList();
    if (outside.isEmpty()
        || !outside.stream().allMatch(NotNullOnly::is)
        || test.mayCheckElsewhere()) {
      return List.of();
    }
    Check first = outside.getFirst();
    return List.of(
        test.fatal(
            name(),
            first.code(),
            first.node(),
            "only \"not null\" is asserted of what the system answered: " + first.node()));
  }

  private static boolean is(Check check) {
    return check.node() instanceof MethodCallExpr call && NOT_NULL.contains(call.getNameAsString());
  }
}
