/** What the backend tells about itself: where services are, what clients need to know. */
@NullMarked
package ai.netra.contract.service;

import org.jspecify.annotations.NullMarked;
