package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An address that opens one report without a token until an instant. */
public record ShareLink(String url, @JsonProperty("expires_at") String expiresAt) {}
