/** The state machine of a run: it decides, the other rooms compute. */
@NullMarked
package ai.netra.loop.round;

import org.jspecify.annotations.NullMarked;
