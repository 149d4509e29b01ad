/** What a run answers: the report, its sections, and the facts that every number of it renders. */
@NullMarked
package ai.netra.contract.report;

import org.jspecify.annotations.NullMarked;
