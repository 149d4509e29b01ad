package ai.netra.backend.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody whose token verified.
 *
 * @param userId the account's id ({@code sub}), the id on the wire
 * @param permissions the token's rights, already cut to its scope
 * @param clientAddress the peer's address
 * @param traceId 32 hex digits: the trace of the request or message
 */
public record Caller(
    UserKey user,
    String userId,
    Set<String> permissions,
    Set<String> roles,
    String sessionId,
    String grantId,
    String tokenId,
    Instant issuedAt,
    Instant expiresAt,
    String clientAddress,
    String traceId) {

  public Caller {
    permissions = Set.copyOf(permissions);
    roles = Set.copyOf(roles);
  }

  /** The same caller in another trace. */
  public Caller inTrace(String trace) {
    return new Caller(
        user,
        userId,
        permissions,
        roles,
        sessionId,
        grantId,
        tokenId,
        issuedAt,
        expiresAt,
        clientAddress,
        trace);
  }

  public boolean may(String right) {
    return permissions.contains(right);
  }
}
