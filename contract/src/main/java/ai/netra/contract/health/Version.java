package ai.netra.contract.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of {@code /version}. */
public record Version(
    String service,
    String version,
    String revision,
    @JsonProperty("built_at") String builtAt,
    String environment) {}
