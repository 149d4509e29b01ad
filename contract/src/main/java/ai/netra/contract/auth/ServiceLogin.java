package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A service's credentials, in either spelling. */
public record ServiceLogin(
    @JsonProperty("client_id") @Nullable String clientId,
    @JsonProperty("client_secret") @Nullable String clientSecret,
    @JsonProperty("service_id") @Nullable String serviceId,
    @JsonProperty("service_secret") @Nullable String serviceSecret) {

  @Override
  public String toString() {
    return "ServiceLogin[clientId=" + clientId + ", serviceId=" + serviceId + "]";
  }
}
