/**
 * The table of routes of both services: it drives the first filter, the documents and the receipts.
 */
@NullMarked
package ai.netra.contract.route;

import org.jspecify.annotations.NullMarked;
