package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The data of {@code import_updated}. */
public record ImportUpdated(
    @JsonProperty("import_id") String importId,
    String state,
    @JsonProperty("rows_inserted") long rowsInserted,
    @JsonProperty("rows_rejected") long rowsRejected,
    @JsonProperty("error_code") @Nullable String errorCode) {}
