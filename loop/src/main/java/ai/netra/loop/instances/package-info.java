/**
 * Own instances of attempts: what a test orders at NETRA_GATEWAY is started beside the deployment,
 * attested like it, put behind a listener of its own, and ends with the attempt.
 */
@NullMarked
package ai.netra.loop.instances;

import org.jspecify.annotations.NullMarked;
