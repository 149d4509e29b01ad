package ai.netra.contract.run;

import org.jspecify.annotations.Nullable;

/** A run in {@code agent_status}, in the welcome's and {@code resumed}'s {@code active_runs}. */
public record ActiveRun(
    String runId,
    String threadId,
    String agentType,
    String state,
    int stepNumber,
    int totalSteps,
    long seq,
    @Nullable String startedAt) {}
