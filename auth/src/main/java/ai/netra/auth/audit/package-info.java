/** What happened to accounts, sessions and keys, written in the transaction that did it. */
@NullMarked
package ai.netra.auth.audit;

import org.jspecify.annotations.NullMarked;
