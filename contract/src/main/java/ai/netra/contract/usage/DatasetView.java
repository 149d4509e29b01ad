package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A data set of the caller; {@code sha256}, {@code runId} and approval are those of made ones. */
@JsonPropertyOrder({
  "name",
  "object",
  "synthetic",
  "state",
  "rows",
  "from",
  "to",
  "sha256",
  "run_id",
  "approval_id",
  "error_code",
  "created_at"
})
public record DatasetView(
    String name,
    String object,
    boolean synthetic,
    String state,
    long rows,
    @Nullable String from,
    @Nullable String to,
    @Nullable String sha256,
    @JsonProperty("run_id") @Nullable String runId,
    @JsonProperty("approval_id") @Nullable String approvalId,
    @JsonProperty("error_code") @Nullable String errorCode,
    @JsonProperty("created_at") String createdAt) {}
