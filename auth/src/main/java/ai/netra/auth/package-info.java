/** The auth service; its rooms are the packages below. */
@NullMarked
package ai.netra.auth;

import org.jspecify.annotations.NullMarked;
