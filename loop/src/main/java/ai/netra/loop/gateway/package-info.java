/**
 * The recording relay between tests and services: relays bytes, reads them beside the stream, knows
 * whose exchange it is, and disturbs it when asked.
 *
 * <p>A connection is two {@link ai.netra.loop.gateway.Wire}s, one a direction, each driven by a
 * virtual thread with blocking reads: {@code RequestSide} reads heads and bodies from the client,
 * {@code ResponseSide} those of the service, {@code FrameSide} the frames of both once a handshake
 * is answered with 101. What cannot be read is passed on unchanged. A {@code Call} is one exchange
 * under way; the side that ends it last hands it to the {@code Recorder}. Blocking is what makes
 * back-pressure, half-closed connections and resets come out as they would without the relay.
 */
@NullMarked
package ai.netra.loop.gateway;

import org.jspecify.annotations.NullMarked;
