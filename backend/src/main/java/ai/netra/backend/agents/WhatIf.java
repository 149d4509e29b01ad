package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;

/**
 * Before and after some changes, in USD of the window.
 *
 * @param changes applied one after the other
 */
record WhatIf(List<Change> changes, Outcome before, Outcome after) {

  WhatIf {
    changes = List.copyOf(changes);
  }

  /** What the traffic costs, and what the strategies would save of it. */
  record Outcome(BigDecimal cost, BigDecimal saving) {}

  static WhatIf of(Scene scene, List<Change> changes, Optimiser optimiser) {
    Scene changed = scene;
    for (Change change : changes) {
      changed = change.apply(changed);
    }
    return new WhatIf(changes, outcome(scene, optimiser), outcome(changed, optimiser));
  }

  private static Outcome outcome(Scene scene, Optimiser optimiser) {
    return new Outcome(scene.cost(), optimiser.advise(scene).portfolio().saving().expected());
  }

  /** What was changed, for people. */
  static String words(List<Change> changes) {
    return String.join(", then ", changes.stream().map(Change::words).toList());
  }
}
