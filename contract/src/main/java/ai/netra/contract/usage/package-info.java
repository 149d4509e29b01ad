/** Usage data as clients see it: imports, sums, data sets. */
@NullMarked
package ai.netra.contract.usage;

import org.jspecify.annotations.NullMarked;
