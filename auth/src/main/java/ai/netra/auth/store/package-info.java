/** The database: migrations, the one writer, the readers; nobody else opens a connection. */
@NullMarked
package ai.netra.auth.store;

import org.jspecify.annotations.NullMarked;
