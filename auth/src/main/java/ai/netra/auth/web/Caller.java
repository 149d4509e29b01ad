package ai.netra.auth.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody whose token verified, a person or a service.
 *
 * @param subject the account's id, or the service's client id
 * @param sessionId the public session id; empty for a service
 * @param grantId the grant; empty for a service
 */
public record Caller(
    String subject,
    String clientId,
    String sessionId,
    String grantId,
    String tokenId,
    String scope,
    List<String> roles,
    Set<String> permissions,
    Instant expiresAt) {

  public Caller {
    roles = List.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }
}
