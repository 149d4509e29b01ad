package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Ends a session, or all of the account's. */
public record Logout(
    @JsonProperty("refresh_token") @Nullable String refreshToken, @Nullable Boolean everywhere) {

  @Override
  public String toString() {
    return "Logout[everywhere=" + everywhere + "]";
  }
}
