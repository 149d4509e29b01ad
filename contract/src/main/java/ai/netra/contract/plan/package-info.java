/** The plans: what a user may do how much. */
@NullMarked
package ai.netra.contract.plan;

import org.jspecify.annotations.NullMarked;
