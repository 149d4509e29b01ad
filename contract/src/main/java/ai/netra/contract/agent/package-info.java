/** Agents and tools as clients see them. */
@NullMarked
package ai.netra.contract.agent;

import org.jspecify.annotations.NullMarked;
