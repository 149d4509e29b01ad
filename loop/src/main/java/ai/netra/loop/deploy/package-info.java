/**
 * Builds services, starts them in process groups of their own, and believes only what the service
 * itself reports.
 */
@NullMarked
package ai.netra.loop.deploy;

import org.jspecify.annotations.NullMarked;
