/** Finds what log messages have in common: lines that differ only in what they tell of are one. */
@NullMarked
package ai.netra.loop.template;

import org.jspecify.annotations.NullMarked;
