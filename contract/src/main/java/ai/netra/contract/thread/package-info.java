/** Threads and messages as they cross a wire, and the frames that tell of them. */
@NullMarked
package ai.netra.contract.thread;

import org.jspecify.annotations.NullMarked;
