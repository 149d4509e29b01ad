/**
 * The recording relay between tests and services: relays bytes, reads them beside the stream, knows
 * whose exchange it is, and disturbs it when asked.
 */
@NullMarked
package ai.netra.loop.gateway;

import org.jspecify.annotations.NullMarked;
