package ai.netra.contract.run;

import ai.netra.contract.report.GateVerdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run without its answer, as lists show it.
 *
 * @param state {@code queued}, {@code running}, {@code completed}, {@code failed}, {@code
 *     cancelled}
 * @param queuePosition the user's runs that start before it; 0 is running or next
 * @param prose {@code deterministic} or {@code llm}; null until the run completed
 * @param reportId the report that the run wrote, or null
 * @param gate what the quality gate said of the answer; null until there is one
 */
public record RunHead(
    String id,
    String object,
    String threadId,
    String messageId,
    String agentType,
    String state,
    int queuePosition,
    int stepNumber,
    int totalSteps,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    String createdAt,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    @Nullable Long durationMs,
    @Nullable String reportId,
    List<AgentReport> agents,
    RunUsage usage,
    @Nullable String prose,
    @Nullable String proseReason,
    @Nullable String model,
    @Nullable GateVerdict gate,
    long lastSeq,
    String traceId,
    String revision,
    Map<String, Object> metadata) {}
