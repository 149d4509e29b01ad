package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Asks for tokens by address and password. */
public record JsonLogin(
    String email, String password, @JsonProperty("client_id") @Nullable String clientId) {

  @Override
  public String toString() {
    return "JsonLogin[email=" + email + "]";
  }
}
