/**
 * The fault catalogue of a repository: failures that are brought back on purpose, checked against
 * the tree, replayed against the loop and scored. The scorer reads journal, clone and truth, and
 * shares no code with the diagnosis.
 */
@NullMarked
package ai.netra.loop.faults;

import org.jspecify.annotations.NullMarked;
