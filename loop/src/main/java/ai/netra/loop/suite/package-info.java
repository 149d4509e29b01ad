/**
 * Discovers the tests of a suite and runs them in workers, one at a time a lane, each edge of a
 * phase told to the gateway first.
 */
@NullMarked
package ai.netra.loop.suite;

import org.jspecify.annotations.NullMarked;
