/** Renders a run from its journal; nothing in a report is typed. */
@NullMarked
package ai.netra.loop.report;

import org.jspecify.annotations.NullMarked;
