/**
 * Makes the proof record of each test from records alone, and the verdict from the proof records.
 */
@NullMarked
package ai.netra.loop.proof;

import org.jspecify.annotations.NullMarked;
