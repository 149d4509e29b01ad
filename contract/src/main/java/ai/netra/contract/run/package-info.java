/** Runs as they cross a wire, and the frames of a run. */
@NullMarked
package ai.netra.contract.run;

import org.jspecify.annotations.NullMarked;
