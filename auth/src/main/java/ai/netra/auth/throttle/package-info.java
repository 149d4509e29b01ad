/** Limits against guessing, and the bounded pool that hashes passwords. */
@NullMarked
package ai.netra.auth.throttle;

import org.jspecify.annotations.NullMarked;
