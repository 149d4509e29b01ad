package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a valid token says. */
public record Validation(
    boolean valid,
    @JsonProperty("user_id") String userId,
    String email,
    List<String> roles,
    List<String> permissions,
    @JsonProperty("session_id") String sessionId,
    String scope,
    @JsonProperty("expires_at") String expiresAt,
    @JsonProperty("expires_in") long expiresIn) {}
