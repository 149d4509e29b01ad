/** The one shape of every health answer. */
@NullMarked
package ai.netra.contract.health;

import org.jspecify.annotations.NullMarked;
