/** Reports as they were written when their runs ended: kept, listed, exported. */
@NullMarked
package ai.netra.backend.reports;

import org.jspecify.annotations.NullMarked;
