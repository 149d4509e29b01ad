/** The agent backend; its rooms are the packages below. */
@NullMarked
package ai.netra.backend;

import org.jspecify.annotations.NullMarked;
