package ai.netra.contract.service;

import ai.netra.contract.plan.Plan;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The body of {@code /api/config}: what a client needs.
 *
 * @param limits the numbers of each plan on offer
 */
public record ClientConfig(
    String environment,
    String revision,
    Map<String, Boolean> features,
    Map<String, Plan> limits,
    Auth auth,
    @JsonProperty("ws_url") String webSocketUrl) {

  /** Where and as whom a browser signs in. */
  public record Auth(String issuer, @JsonProperty("client_id") String clientId) {}
}
