package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt;
import java.util.List;

/** A full run of a suite under way. */
interface Execution {

  /** Runs to the end, or until it is cut. */
  List<Attempt> execute() throws InterruptedException;

  /** Ends it now, for this reason; from any thread. */
  void cut(String reason);
}
