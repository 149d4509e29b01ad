/**
 * Sign-ins and what came of them: sessions, grants, refresh tokens, access tokens and their check.
 */
@NullMarked
package ai.netra.auth.sessions;

import org.jspecify.annotations.NullMarked;
