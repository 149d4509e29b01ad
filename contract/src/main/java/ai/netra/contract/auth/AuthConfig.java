package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client needs to know before anybody signs in. */
public record AuthConfig(
    String issuer,
    @JsonProperty("client_id") String clientId,
    String environment,
    String registration,
    @JsonProperty("json_login") boolean jsonLogin,
    PasswordRule password) {

  /** Lengths in characters. */
  public record PasswordRule(
      @JsonProperty("min_length") int minLength, @JsonProperty("max_length") int maxLength) {}
}
