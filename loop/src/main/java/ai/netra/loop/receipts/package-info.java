/**
 * Reads the receipts out of the log that a service writes itself, and waits for those that are
 * still to come.
 */
@NullMarked
package ai.netra.loop.receipts;

import org.jspecify.annotations.NullMarked;
