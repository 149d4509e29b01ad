/** The bodies of the auth service's routes. Times are ISO-8601 UTC with milliseconds. */
@NullMarked
package ai.netra.contract.auth;

import org.jspecify.annotations.NullMarked;
