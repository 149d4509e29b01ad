/** Generates the served documents from the routes and records, and compares the committed ones. */
@NullMarked
package ai.netra.contract.document;

import org.jspecify.annotations.NullMarked;
