package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sign-in. */
public record SessionBody(
    @JsonProperty("session_id") String sessionId,
    boolean current,
    @JsonProperty("client_id") String clientId,
    List<String> amr,
    @Nullable String ip,
    @JsonProperty("user_agent") @Nullable String userAgent,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("seen_at") String seenAt,
    @JsonProperty("expires_at") String expiresAt) {}
