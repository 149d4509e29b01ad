package ai.netra.contract.socket;

import ai.netra.contract.error.ErrorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code error_message}: its fields stand at the top. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorFrame(
    String type,
    @JsonProperty("error_code") ErrorCode errorCode,
    @JsonProperty("error_message") String errorMessage,
    Map<String, Object> details,
    @JsonProperty("recovery_suggestions") List<String> recoverySuggestions,
    @JsonProperty("trace_id") String traceId,
    String timestamp,
    @JsonProperty("thread_id") @Nullable String threadId,
    @JsonProperty("run_id") @Nullable String runId,
    @JsonProperty("correlation_id") @Nullable String correlationId) {}
