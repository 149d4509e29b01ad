/** Signing in and up: password, registration, test identities, the first administrator. */
@NullMarked
package ai.netra.auth.login;

import org.jspecify.annotations.NullMarked;
