package ai.netra.contract.auth;

import ai.netra.contract.error.ErrorCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** Why a token is not valid: the error body with one member more. */
public record InvalidToken(
    boolean valid,
    boolean error,
    @JsonProperty("error_code") ErrorCode errorCode,
    String message,
    Map<String, Object> details,
    @JsonProperty("trace_id") String traceId,
    @JsonProperty("request_id") String requestId,
    String timestamp) {}
