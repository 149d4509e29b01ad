/** What crosses the socket, and what is told beside it. */
@NullMarked
package ai.netra.contract.socket;

import org.jspecify.annotations.NullMarked;
