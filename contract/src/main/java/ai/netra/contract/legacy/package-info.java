/** Names of old clients that are still understood. */
@NullMarked
package ai.netra.contract.legacy;

import org.jspecify.annotations.NullMarked;
