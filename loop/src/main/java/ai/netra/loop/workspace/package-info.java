/** The state directory, the lock, the private copies in which builds run, and process groups. */
@NullMarked
package ai.netra.loop.workspace;

import org.jspecify.annotations.NullMarked;
