/** The command line: commands, options, exit codes, and what a terminal shows. */
@NullMarked
package ai.netra.loop.cli;

import org.jspecify.annotations.NullMarked;
