/** Usage data: import into segments, manifest, queries Q1 to Q5. */
@NullMarked
package ai.netra.backend.usage;

import org.jspecify.annotations.NullMarked;
