/**
 * Sockets, streams, filters, the switch from exceptions to errors: the one room with reactive
 * types.
 */
@NullMarked
package ai.netra.backend.edge;

import org.jspecify.annotations.NullMarked;
