/**
 * HTTP: the first filter that the table of routes drives, calls and answers, the one error body,
 * receipts.
 */
@NullMarked
package ai.netra.auth.web;

import org.jspecify.annotations.NullMarked;
