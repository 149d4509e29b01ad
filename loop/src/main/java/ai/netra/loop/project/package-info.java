/** Reads {@code netra.yaml}: every mistake at once, with line and column. */
@NullMarked
package ai.netra.loop.project;

import org.jspecify.annotations.NullMarked;
