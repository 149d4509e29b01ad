package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import of usage data. {@code rowsRead} is the sum of the six counts after it.
 *
 * @param state {@code received}, {@code reading}, {@code completed} or {@code failed}
 * @param preview the first 20 rows, where the columns do not map
 * @param duplicate whether these bytes had been imported before
 */
@JsonPropertyOrder({
  "id",
  "object",
  "state",
  "dataset",
  "format",
  "bytes",
  "sha256",
  "rows_read",
  "rows_inserted",
  "rows_duplicate",
  "rows_conflict",
  "rows_replaced",
  "rows_skipped",
  "rows_rejected",
  "rows_normalised",
  "ignored_columns",
  "preview",
  "first_errors",
  "from",
  "to",
  "duplicate",
  "error_code",
  "error_message",
  "created_at",
  "finished_at"
})
public record ImportView(
    String id,
    String object,
    String state,
    String dataset,
    String format,
    long bytes,
    String sha256,
    @JsonProperty("rows_read") long rowsRead,
    @JsonProperty("rows_inserted") long rowsInserted,
    @JsonProperty("rows_duplicate") long rowsDuplicate,
    @JsonProperty("rows_conflict") long rowsConflict,
    @JsonProperty("rows_replaced") long rowsReplaced,
    @JsonProperty("rows_skipped") long rowsSkipped,
    @JsonProperty("rows_rejected") long rowsRejected,
    @JsonProperty("rows_normalised") long rowsNormalised,
    @JsonProperty("ignored_columns") List<String> ignoredColumns,
    @Nullable List<List<String>> preview,
    @JsonProperty("first_errors") List<RowError> firstErrors,
    @Nullable String from,
    @Nullable String to,
    boolean duplicate,
    @JsonProperty("error_code") @Nullable String errorCode,
    @JsonProperty("error_message") @Nullable String errorMessage,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("finished_at") @Nullable String finishedAt) {}
