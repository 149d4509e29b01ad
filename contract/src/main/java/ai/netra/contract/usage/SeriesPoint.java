package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of a bucket of time; {@code at} is its start, {@code key} its group where one is asked. */
public record SeriesPoint(
    String at,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, @Nullable String> key,
    long rows,
    @JsonProperty("spend_usd") BigDecimal spendUsd,
    @JsonProperty("input_tokens") long inputTokens,
    @JsonProperty("cached_input_tokens") long cachedInputTokens,
    @JsonProperty("cache_write_tokens") long cacheWriteTokens,
    @JsonProperty("output_tokens") long outputTokens,
    @JsonProperty("reasoning_tokens") long reasoningTokens) {}
