/**
 * Signing keys: two chains, sealed at rest, rotated under a lease; signatures and published keys.
 */
@NullMarked
package ai.netra.auth.keys;

import org.jspecify.annotations.NullMarked;
