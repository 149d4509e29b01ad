/** Who calls: verified tokens, the revocation feed, and the mirror of users. */
@NullMarked
package ai.netra.backend.identity;

import org.jspecify.annotations.NullMarked;
