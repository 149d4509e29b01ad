/**
 * Reads test sources: which files a test reaches, and what smells of a test that proves nothing.
 */
@NullMarked
package ai.netra.loop.source;

import org.jspecify.annotations.NullMarked;
