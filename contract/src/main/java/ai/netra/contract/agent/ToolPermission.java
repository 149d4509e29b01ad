package ai.netra.contract.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a caller may use a tool now.
 *
 * @param verdict {@code allowed}, {@code permission_denied}, {@code feature_disabled}, {@code
 *     rate_limited} or {@code plan_limit}
 * @param remaining calls left in this minute
 */
public record ToolPermission(
    String tool,
    String verdict,
    String needs,
    String plan,
    @JsonProperty("per_minute") int perMinute,
    int remaining) {}
