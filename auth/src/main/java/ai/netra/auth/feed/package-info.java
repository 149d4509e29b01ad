/** What backends must know: revocations and changes, in the order of their commits. */
@NullMarked
package ai.netra.auth.feed;

import org.jspecify.annotations.NullMarked;
