package ai.netra.loop.round;

import ai.netra.loop.index.History.Past;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets no long test begin among the last, so that lanes end together. Long are those that took more
 * than twice the mean.
 */
final class LongEarly {

  /** With fewer tests chance would have too little left. */
  private static final int LEAST_TESTS = 16;

  private LongEarly() {}

  /** The order, where each long test of the last quarter has changed places with a short one. */
  static List<String> order(List<String> tests, Map<String, Past> past) {
    List<String> order = new ArrayList<>(tests);
    if (order.size() < LEAST_TESTS) {
      return order;
    }
    Set<String> longOnes = longOnes(tests, past);
    int late = order.size() * 3 / 4;
    int to = late - 1;
    for (int at = late; at < order.size(); at++) {
      if (longOnes.contains(order.get(at))) {
        while (to >= 0 && longOnes.contains(order.get(to))) {
          to--;
        }
        if (to >= 0) {
          Collections.swap(order, at, to--);
        }
      }
    }
    return order;
  }

  private static Set<String> longOnes(List<String> tests, Map<String, Past> past) {
    double mean = tests.stream().mapToLong(it -> millis(it, past)).average().orElse(0);
    return tests.stream().filter(it -> millis(it, past) > 2 * mean).collect(Collectors.toSet());
  }

  private static long millis(String test, Map<String, Past> past) {
    Past known = past.get(test);
    return known == null ? 0 : known.millis();
  }
}
