package ai.netra.backend.agents;

import ai.netra.contract.error.ErrorCode;

/** How a step ended. */
public sealed interface StepOutcome {

  /** With a result, as JSON of {@code schema}; {@code summary} is a sentence for people. */
  record Done(String result, int schema, String summary) implements StepOutcome {}

  /** Not run, because something it needs is missing. */
  record Skipped(String reason) implements StepOutcome {}

  /** Broken; the run goes on where its plan allows it. */
  record Failed(ErrorCode code, String message) implements StepOutcome {}
}
