/** The event log: append in the writing transaction, read by cursor, hints to who waits. */
@NullMarked
package ai.netra.backend.events;

import org.jspecify.annotations.NullMarked;
