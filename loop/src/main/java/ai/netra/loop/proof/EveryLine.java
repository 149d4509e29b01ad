package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.TestKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of all lines of a run, whatever round they are of: numbers are used once. */
final class EveryLine {

  private final Set<Long> numbers = new HashSet<>();
  private final Map<Tried, Integer> lastAttempts = new HashMap<>();
  private long last;

  private record Tried(String suite, Mode mode) {}

  EveryLine(List<? extends Fact<?>> facts) {
    facts.forEach(this::add);
  }

  private void add(Fact<?> fact) {
    numbers.add(fact.n());
    last = Math.max(last, fact.n());
    TestKey key =
        switch (fact.entry()) {
          case Attempt it -> it.key();
          case Exchange it -> it.key();
          default -> null;
        };
    if (key != null) {
      lastAttempts.merge(new Tried(key.suite(), key.mode()), key.attempt(), Math::max);
    }
  }

  /** The highest attempt of a test of the suite in this mode that was begun; 0 for none. */
  int lastAttempt(String suite, Mode mode) {
    return lastAttempts.getOrDefault(new Tried(suite, mode), 0);
  }

  /** The number of the last line. */
  long last() {
    return last;
  }

  boolean holds(long line) {
    return numbers.contains(line);
  }
}
