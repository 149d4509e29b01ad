package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import ai.netra.loop.source.TestCode.Check;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every assertion compares only constants and what the test made up itself: its own values, the
 * time that passed, the number of its attempts.
 */
record OwnValues() implements SmellRule {

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)nanoTime|currentTimeMillis|Instant|Duration|elapsed|took|millis|stopwatch");

  @Override
  public String name() {
    return "own-values";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    List<Check> checks = test.checksReached();
    if (checks.isEmpty()
        || checks.stream().anyMatch(test::looksOutside)
        || test.mayCheckElsewhere()) {
      return List.of();
    }
    Check first = checks.getFirst();
    boolean time = checks.stream().allMatch(c -> TIME.matcher(c.node().toString()).find());
    return List.of(
        test.fatal(
            time ? "only-time" : name(),
            first.code(),
            first.node(),
            time
                ? "only elapsed time is asserted: " + first.node()
                : "only constants or the test's own values are compared: " + first.node()));
  }
}
