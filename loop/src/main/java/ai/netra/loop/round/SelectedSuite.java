package ai.netra.loop.round;

import ai.netra.loop.record.Inventory;
import ai.netra.loop.suite.Suite;

/** A suite with its frozen inventory. */
record SelectedSuite(Suite suite, Inventory inventory) {

  String name() {
    return inventory.suite();
  }
}
