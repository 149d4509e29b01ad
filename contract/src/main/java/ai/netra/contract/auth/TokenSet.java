package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a new or refreshed grant; {@code expires_in} in seconds.
 *
 * @param idToken left out without the scope {@code openid}
 */
public record TokenSet(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("refresh_token") String refreshToken,
    @JsonProperty("id_token") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String idToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope,
    @JsonProperty("session_id") String sessionId,
    User user) {

  /** Whose tokens they are. */
  public record User(String id, String email, @Nullable String name) {}

  @Override
  public String toString() {
    return "TokenSet[sessionId=" + sessionId + "]";
  }
}
