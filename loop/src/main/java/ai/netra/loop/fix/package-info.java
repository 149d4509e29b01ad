/**
 * Makes candidates: trees in which the cause of failing tests is undone or mended. A fixer neither
 * judges what it made nor commits it.
 */
@NullMarked
package ai.netra.loop.fix;

import org.jspecify.annotations.NullMarked;
