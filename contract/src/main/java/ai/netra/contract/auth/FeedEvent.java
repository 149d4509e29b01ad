package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a backend must know: something is taken away, or has changed. */
public record FeedEvent(
    long seq,
    String id,
    String kind,
    @JsonProperty("account_id") @Nullable String accountId,
    @Nullable String sid,
    @Nullable String gid,
    @Nullable String jti,
    @Nullable String before,
    @JsonProperty("created_at") String createdAt) {}
