package ai.netra.contract.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The envelope of a frame that is not stored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
    String type,
    String timestamp,
    Object data,
    @JsonProperty("thread_id") @Nullable String threadId,
    @JsonProperty("run_id") @Nullable String runId,
    @JsonProperty("agent_name") @Nullable String agentName,
    @JsonProperty("correlation_id") @Nullable String correlationId) {}
