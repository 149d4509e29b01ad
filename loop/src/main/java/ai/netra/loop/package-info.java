/** The test-deploy loop; its rooms are the packages below. */
@NullMarked
package ai.netra.loop;

import org.jspecify.annotations.NullMarked;
