package ai.netra.backend.events;

import org.jspecify.annotations.Nullable;

/**
 * A stored frame before it has its numbers.
 *
 * @param type as on the wire
 * @param data the frame's {@code data}, a record of {@code contract} or a map
 * @param threadId the wire id, where the frame belongs to a thread
 * @param runId the wire id, where it belongs to a run; then the run's sequence is raised
 */
public record NewEvent(
    String type,
    Object data,
    @Nullable String threadId,
    @Nullable String runId,
    @Nullable String agentName,
    @Nullable String correlationId) {}
