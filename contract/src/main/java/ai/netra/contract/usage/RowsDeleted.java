package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many rows a deletion took away. */
public record RowsDeleted(@JsonProperty("rows_deleted") long rowsDeleted) {}
