package ai.netra.backend.runs;

import ai.netra.contract.run.RunFrame.MessageReceived;
import ai.netra.contract.run.RunView;

/** What came of a start that was not refused. */
public sealed interface StartOutcome {

  RunView run();

  /** A new run; its {@code message_received} reaches every socket through the event log. */
  record Started(RunView run) implements StartOutcome {}

  /**
   * The same message was stored before: nothing was started, and {@code received} is for the sender
   * alone.
   */
  record Duplicate(RunView run, MessageReceived received) implements StartOutcome {}
}
