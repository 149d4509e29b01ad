/** The documents that both services serve: generated from the routes and records, and committed. */
@NullMarked
package ai.netra.contract.document;

import org.jspecify.annotations.NullMarked;
