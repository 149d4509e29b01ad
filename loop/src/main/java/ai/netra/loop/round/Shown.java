package ai.netra.loop.round;

import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import java.util.List;

/** What an earlier run showed of its tests, and this one may take over where it holds. */
record Shown(List<Reused> parts, List<ReusedSmells> smells) {

  static final Shown NOTHING = new Shown(List.of(), List.of());

  Shown {
    parts = List.copyOf(parts);
    smells = List.copyOf(smells);
  }

  boolean isNothing() {
    return parts.isEmpty() && smells.isEmpty();
  }
}
