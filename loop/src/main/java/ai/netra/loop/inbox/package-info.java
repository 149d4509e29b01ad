/** How other commands reach the one loop that writes: files put into a folder by atomic rename. */
@NullMarked
package ai.netra.loop.inbox;

import org.jspecify.annotations.NullMarked;
