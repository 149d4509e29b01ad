/** The one list of error codes, and the one body of every refused request. */
@NullMarked
package ai.netra.contract.error;

import org.jspecify.annotations.NullMarked;
