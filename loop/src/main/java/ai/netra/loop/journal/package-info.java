/**
 * The run journal: append-only, hash-chained JSON lines, bodies and artifacts beside them; who
 * writes, who reads, what a torn line means.
 */
@NullMarked
package ai.netra.loop.journal;

import org.jspecify.annotations.NullMarked;
