/**
 * The history across runs: a projection of their journals in {@code index.sqlite}, made anew from
 * them at any time, and never evidence.
 */
@NullMarked
package ai.netra.loop.index;

import org.jspecify.annotations.NullMarked;
