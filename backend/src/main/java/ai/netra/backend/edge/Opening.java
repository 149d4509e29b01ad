package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A handshake that was accepted.
 *
 * @param cursor the place from which the client wants to resume
 * @param legacy whether old names go out too
 */
record Opening(Caller caller, Trace trace, @Nullable String cursor, boolean legacy) {}
