/** The life of a run: queue, lease, steps, cancel, recovery, its end in one transaction. */
@NullMarked
package ai.netra.backend.runs;

import org.jspecify.annotations.NullMarked;
