/** Tests as a suite may hold them, run by real workers; not run by the build itself. */
@NullMarked
package ai.netra.probe.seed;

import org.jspecify.annotations.NullMarked;
