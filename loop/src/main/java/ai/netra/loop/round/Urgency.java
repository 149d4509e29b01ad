package ai.netra.loop.round;

import ai.netra.loop.index.History.Past;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Outcome;
import java.util.Comparator;
import java.util.Map;

/**
 * Which of two tests is more likely to tell something new: one that was not proved last time, then
 * one whose sources have changed, then one that was never run; among those the one of higher
 * priority, then the unsteady one.
 */
record Urgency(Map<String, Past> past) implements Comparator<Inventory.Test> {

  private static final Comparator<String> PRIORITIES =
      Comparator.nullsLast(Comparator.naturalOrder());

  @Override
  public int compare(Inventory.Test one, Inventory.Test other) {
    return Comparator.comparingInt(this::reason)
        .thenComparing(Inventory.Test::priority, PRIORITIES)
        .thenComparing(this::isSteady)
        .compare(one, other);
  }

  private int reason(Inventory.Test test) {
    Past known = past.get(test.id());
    if (known == null) {
      return 2;
    }
    if (known.last() != Outcome.PROVED) {
      return 0;
    }
    return known.closure().equals(test.closure()) ? 3 : 1;
  }

  private boolean isSteady(Inventory.Test test) {
    Past known = past.get(test.id());
    return known == null || !known.unsteady();
  }
}
