package ai.netra.backend.runs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to start a run, by socket or HTTP.
 *
 * @param threadId as the client sent it; one that the user does not have is made
 * @param defaultThreadId the socket's thread, which counts where {@code threadId} is null; with
 *     neither a new thread is made
 * @param clientMessageId the idempotency key of the user for 24 h
 */
public record StartRun(
    String content,
    String agentType,
    @Nullable String threadId,
    @Nullable String defaultThreadId,
    Map<String, Object> context,
    Map<String, Object> settings,
    List<String> references,
    Map<String, Object> metadata,
    @Nullable String clientMessageId) {}
