/** Drives whole runs of the loop as processes, on the fixture project, and breaks them. */
@NullMarked
package ai.netra.loop.trial;

import org.jspecify.annotations.NullMarked;
