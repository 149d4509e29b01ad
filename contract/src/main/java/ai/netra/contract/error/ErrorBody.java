package ai.netra.contract.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * The body of every answer of 400 and above, from whatever layer. {@code timestamp} is ISO-8601 UTC
 * with millis.
 */
@JsonPropertyOrder({
  "error",
  "error_code",
  "message",
  "details",
  "trace_id",
  "request_id",
  "timestamp"
})
public record ErrorBody(
    boolean error,
    @JsonProperty("error_code") ErrorCode errorCode,
    String message,
    Map<String, Object> details,
    @JsonProperty("trace_id") String traceId,
    @JsonProperty("request_id") String requestId,
    String timestamp) {}
