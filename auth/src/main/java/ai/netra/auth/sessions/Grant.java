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
public record Grant(
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

  public Grant {
    amr = List.copyOf(amr);
  }
}
