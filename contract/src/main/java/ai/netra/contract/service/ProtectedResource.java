package ai.netra.contract.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The metadata of RFC 9728. */
public record ProtectedResource(
    String resource,
    @JsonProperty("authorization_servers") List<String> authorizationServers,
    @JsonProperty("scopes_supported") List<String> scopesSupported,
    @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported) {}
