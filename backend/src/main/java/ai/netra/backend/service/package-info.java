/** Start-up phases, settings, health, and what every room needs of the running service. */
@NullMarked
package ai.netra.backend.service;

import org.jspecify.annotations.NullMarked;
