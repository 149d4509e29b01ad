package ai.netra.loop.proof;

import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts outcomes. */
final class Tally {

  private Tally() {}

  static Counts of(List<Outcome> outcomes) {
    Map<Outcome, Integer> by = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      by.put(outcome, (int) outcomes.stream().filter(outcome::equals).count());
    }
    return new Counts(
        outcomes.size(),
        by.getOrDefault(Outcome.PROVED, 0),
        by.getOrDefault(Outcome.FAILED, 0),
        by.getOrDefault(Outcome.ERROR, 0),
        by.getOrDefault(Outcome.FLAKY, 0),
        by.getOrDefault(Outcome.UNPROVEN, 0),
        by.getOrDefault(Outcome.SKIPPED, 0),
        by.getOrDefault(Outcome.NOT_RUN, 0));
  }
}
