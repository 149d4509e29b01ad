package ai.netra.auth.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A grant with the session that it came of.
 *
 * @param sessionId the public id
 * @param sid the claim, which is another value
 * @param accessLife how long its access tokens live
 */
record Grant(
    String id,
    String accountId,
    String clientId,
    String sessionId,
    String sid,
    String scope,
    List<String> amr,
    Instant authTime,
    Duration accessLife,
    Instant expiresAt,
    boolean ended) {

  Grant {
    amr = List.copyOf(amr);
  }

  /** The same with another scope, for tokens that shall say less than the grant. */
  Grant withScope(String narrower) {
    return new Grant(
        id,
        accountId,
        clientId,
        sessionId,
        sid,
        narrower,
        amr,
        authTime,
        accessLife,
        expiresAt,
        ended);
  }
}
