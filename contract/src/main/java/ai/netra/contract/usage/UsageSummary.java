package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums over the rows of a data set. Money is exact; tokens without a price are told apart. */
@JsonPropertyOrder({
  "dataset",
  "from",
  "to",
  "rows",
  "ok_rows",
  "spend_usd",
  "billed_usd",
  "list_usd",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "error_share",
  "unpriced_rows",
  "unpriced_tokens",
  "latency_ms",
  "catalogue_version",
  "prices_as_of",
  "groups",
  "series"
})
public record UsageSummary(
    String dataset,
    @Nullable String from,
    @Nullable String to,
    long rows,
    @JsonProperty("ok_rows") long okRows,
    @JsonProperty("spend_usd") BigDecimal spendUsd,
    @JsonProperty("billed_usd") BigDecimal billedUsd,
    @JsonProperty("list_usd") BigDecimal listUsd,
    @JsonProperty("input_tokens") long inputTokens,
    @JsonProperty("cached_input_tokens") long cachedInputTokens,
    @JsonProperty("cache_write_tokens") long cacheWriteTokens,
    @JsonProperty("output_tokens") long outputTokens,
    @JsonProperty("reasoning_tokens") long reasoningTokens,
    @JsonProperty("error_share") BigDecimal errorShare,
    @JsonProperty("unpriced_rows") long unpricedRows,
    @JsonProperty("unpriced_tokens") long unpricedTokens,
    @JsonProperty("latency_ms") LatencyView latencyMillis,
    @JsonProperty("catalogue_version") String catalogueVersion,
    @JsonProperty("prices_as_of") String pricesAsOf,
    List<SummaryGroup> groups,
    List<SeriesPoint> series) {}
