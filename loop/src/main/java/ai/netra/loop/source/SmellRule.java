package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import java.util.List;

/** One thing that a test which proves nothing smells of. */
interface SmellRule {

  /** The rule's name in records and reports. */
  String name();

  /** What it finds against a test. */
  List<Smells.Finding> look(TestCode test);
}
