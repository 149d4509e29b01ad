package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;

/**
 * Before and after some changes, in USD of the window.
 *
 * @param words what was changed, for people
 */
record WhatIf(String words, Outcome before, Outcome after) {

  /** What the traffic costs, and what the strategies would save of it. */
  record Outcome(BigDecimal cost, BigDecimal saving) {}

  static WhatIf of(Scene scene, List<Change> changes, Optimiser optimiser) {
    Scene changed = scene;
    for (Change change : changes) {
      changed = change.apply(changed);
    }
    String words = String.join(", then ", changes.stream().map(Change::words).toList());
    return new WhatIf(words, outcome(scene, optimiser), outcome(changed, optimiser));
  }

  private static Outcome outcome(Scene scene, Optimiser optimiser) {
    return new Outcome(scene.cost(), optimiser.advise(scene).portfolio().saving().expected());
  }
}
