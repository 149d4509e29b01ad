/** The one client of the suite: requests, sockets, people, files of usage. No test stands here. */
@NullMarked
package ai.netra.e2e.support;

import org.jspecify.annotations.NullMarked;
