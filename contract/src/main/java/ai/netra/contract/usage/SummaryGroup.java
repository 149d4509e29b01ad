package ai.netra.contract.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of the rows that share a key; {@code key} maps dimensions to values, null for none. */
public record SummaryGroup(
    Map<String, @Nullable String> key,
    long rows,
    @JsonProperty("spend_usd") BigDecimal spendUsd,
    @JsonProperty("share_of_spend") BigDecimal shareOfSpend,
    @JsonProperty("input_tokens") long inputTokens,
    @JsonProperty("cached_input_tokens") long cachedInputTokens,
    @JsonProperty("cache_write_tokens") long cacheWriteTokens,
    @JsonProperty("output_tokens") long outputTokens,
    @JsonProperty("reasoning_tokens") long reasoningTokens) {}
