package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many test identities, and of what kind. */
public record TestIdentityOrder(
    int count,
    @Nullable List<String> roles,
    @Nullable List<String> permissions,
    @Nullable String scope,
    @Nullable String password,
    @JsonProperty("ttl_seconds") @Nullable Integer ttlSeconds,
    @JsonProperty("access_ttl_seconds") @Nullable Integer accessTtlSeconds) {

  @Override
  public String toString() {
    return "TestIdentityOrder[count=" + count + ", roles=" + roles + "]";
  }
}
