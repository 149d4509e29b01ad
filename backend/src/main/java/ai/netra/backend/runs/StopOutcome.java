package ai.netra.backend.runs;

import java.util.List;

/** What came of asking for a stop. */
public sealed interface StopOutcome {

  List<String> runIds();

  /**
   * These runs are unfinished. The caller tells its client first and then calls {@code proceed},
   * which stops the work and ends the runs; it returns when they have ended.
   */
  record Stopping(List<String> runIds, Runnable proceed) implements StopOutcome {}

  /** These runs ended before. */
  record AlreadyFinished(List<String> runIds) implements StopOutcome {}
}
