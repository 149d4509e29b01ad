package ai.netra.backend.agents;

import java.time.Duration;

/**
 * A step that ended and is stored. {@code result} is the JSON that the agent's result reads back
 * from.
 */
public record FinishedStep(
    int index, String agent, int attempts, StepOutcome outcome, Duration took) {}
