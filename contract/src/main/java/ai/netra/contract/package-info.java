/** What crosses a wire: the one source of messages, bodies, error codes, routes and settings. */
@NullMarked
package ai.netra.contract;

import org.jspecify.annotations.NullMarked;
