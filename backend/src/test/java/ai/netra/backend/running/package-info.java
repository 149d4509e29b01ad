/** Starts the real service as a process beside an issuer of real keys, for integration tests. */
@NullMarked
package ai.netra.backend.running;

import org.jspecify.annotations.NullMarked;
