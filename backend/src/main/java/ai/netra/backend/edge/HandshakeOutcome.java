package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;

/** What a handshake comes to. */
sealed interface HandshakeOutcome {

  /** An answer of HTTP. */
  record Denied(Refused refused) implements HandshakeOutcome {}

  /** Accepted, told why in one frame, and closed: what browsers can see. */
  record TurnedAway(Refused refused, int code, String reason) implements HandshakeOutcome {}

  /** Authenticated. */
  record Welcomed(Caller caller) implements HandshakeOutcome {}
}
