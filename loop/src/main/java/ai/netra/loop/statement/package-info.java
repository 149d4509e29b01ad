/** Signed statements over finished runs, which others can check without the loop. */
@NullMarked
package ai.netra.loop.statement;

import org.jspecify.annotations.NullMarked;
