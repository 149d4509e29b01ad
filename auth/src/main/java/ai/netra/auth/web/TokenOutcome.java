package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;

/** What came of looking at a token. */
public sealed interface TokenOutcome {

  /** Signature, issuer, audience, times and look-ups are right. */
  record Verified(Caller caller) implements TokenOutcome {}

  /** One of the four AUTH_ codes; the reason names no part of the token but its times. */
  record Invalid(ErrorCode code, String reason) implements TokenOutcome {}
}
