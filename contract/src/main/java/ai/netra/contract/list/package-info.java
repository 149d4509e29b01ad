/** Pages of lists. */
@NullMarked
package ai.netra.contract.list;

import org.jspecify.annotations.NullMarked;
