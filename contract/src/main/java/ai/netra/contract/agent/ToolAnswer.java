package ai.netra.contract.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a tool gave that somebody called directly. */
public record ToolAnswer(
    @JsonProperty("tool_name") String toolName,
    String status,
    Object result,
    @JsonProperty("duration_ms") long durationMillis) {}
