package ai.netra.backend.agents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, as the run keeps it.
 *
 * @param agentType {@code supervisor} or the name of another agent
 * @param settings checked settings of the message ({@code dataset}, {@code time_range}, {@code
 *     prose} …)
 */
public record RunRequest(
    String content,
    String agentType,
    Map<String, Object> context,
    Map<String, Object> settings,
    Map<String, Object> metadata,
    @Nullable String correlationId,
    Instant askedAt) {}
