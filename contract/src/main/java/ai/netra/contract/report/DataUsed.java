package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an answer stands on. Days are UTC, [from, to); null where there was no row.
 *
 * @param coverage weighted share of the fields that the rows carry, 0 to 1
 * @param unpricedShare share of tokens without a known price, 0 to 1
 */
public record DataUsed(
    String dataset,
    long watermark,
    @JsonProperty("as_of") String asOf,
    @Nullable String from,
    @Nullable String to,
    long rows,
    BigDecimal coverage,
    @JsonProperty("unpriced_share") BigDecimal unpricedShare) {}
