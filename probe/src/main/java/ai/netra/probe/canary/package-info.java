/**
 * The three tests that the loop mixes into a suite to see that its alarms ring: two must come out
 * unproven, one failed. The jar carries their sources, so that their smells are read too.
 */
@NullMarked
package ai.netra.probe.canary;

import org.jspecify.annotations.NullMarked;
