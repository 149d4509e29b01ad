/** Threads and messages of a user. */
@NullMarked
package ai.netra.backend.threads;

import org.jspecify.annotations.NullMarked;
