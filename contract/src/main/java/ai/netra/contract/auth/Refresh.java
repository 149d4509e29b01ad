package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Asks for new tokens; either spelling, not two different ones. */
public record Refresh(
    @JsonProperty("refresh_token") @Nullable String canonical,
    @JsonProperty("refreshToken") @Nullable String legacy) {

  @Override
  public String toString() {
    return "Refresh[]";
  }
}
