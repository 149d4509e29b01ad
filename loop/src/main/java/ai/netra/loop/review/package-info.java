/**
 * Audits a change by its text and by records, and scores a tree as it stands: no process, no clock,
 * and nothing of what the author said. The same input gives the same score.
 */
@NullMarked
package ai.netra.loop.review;

import org.jspecify.annotations.NullMarked;
