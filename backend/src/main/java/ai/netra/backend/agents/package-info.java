/**
 * What the agents compute: plans, steps, facts with their traces, tools. No wire, no sockets, no
 * run table.
 */
@NullMarked
package ai.netra.backend.agents;

import org.jspecify.annotations.NullMarked;
