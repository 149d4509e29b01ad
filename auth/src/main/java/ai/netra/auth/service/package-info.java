/**
 * The frame of the service: settings, the folder of its data, start-up phases, health, the log's
 * lines.
 */
@NullMarked
package ai.netra.auth.service;

import org.jspecify.annotations.NullMarked;
