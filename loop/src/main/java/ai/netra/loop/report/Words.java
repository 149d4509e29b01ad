package ai.netra.loop.report;

import ai.netra.loop.record.Counts;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts in words. */
final class Words {

  private Words() {}

  /** {@code 5/5 proved (receipt)}. */
  static String counted(Counts counts, Map<String, Integer> levels) {
    String level =
        levels.size() < 2
            ? levels.keySet().stream().findFirst().orElse("no level")
            : levels.entrySet().stream()
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", "));
    return counts.proved() + "/" + counts.inventory() + " proved (" + level + ")";
  }
}
