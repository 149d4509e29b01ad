package ai.netra.backend.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored frame: {@code userSeq} is its place in the user's stream, {@code data} its JSON as it
 * goes out.
 */
public record StoredEvent(
    long userSeq,
    String type,
    Instant at,
    String data,
    @Nullable String threadId,
    @Nullable String runId,
    @Nullable Long seq,
    @Nullable String agentName,
    @Nullable String correlationId) {}
