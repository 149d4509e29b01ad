package ai.netra.backend.identity;

import ai.netra.contract.error.ErrorCode;
import java.time.Instant;
import java.util.Set;

/** What came of looking at a token. */
public sealed interface TokenOutcome {

  /** Signature, issuer, audience, times and look-ups are right. */
  record Verified(
      String issuer,
      String subject,
      Set<String> permissions,
      Set<String> roles,
      String sessionId,
      String grantId,
      String tokenId,
      Instant issuedAt,
      Instant expiresAt)
      implements TokenOutcome {}

  /** One of the four AUTH_ codes; the reason names no part of the token. */
  record Invalid(ErrorCode code, String reason) implements TokenOutcome {}

  /** The issuer's keys cannot be had, so nobody can tell. */
  record Unavailable(String reason) implements TokenOutcome {}
}
