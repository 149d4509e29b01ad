/**
 * The one way to the database: whole units of work on one writer, short reads where the caller is.
 */
@NullMarked
package ai.netra.backend.store;

import org.jspecify.annotations.NullMarked;
