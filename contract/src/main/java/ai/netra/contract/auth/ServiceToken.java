package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A token of a service; there is no refresh token. */
public record ServiceToken(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope) {

  @Override
  public String toString() {
    return "ServiceToken[scope=" + scope + "]";
  }
}
