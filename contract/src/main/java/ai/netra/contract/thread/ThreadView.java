package ai.netra.contract.thread;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread.
 *
 * @param state {@code active} or {@code deleted}
 * @param purgeAt when a deleted thread is erased
 */
public record ThreadView(
    String id,
    String object,
    @Nullable String title,
    String state,
    long messageCount,
    @Nullable String lastRunState,
    String createdAt,
    String updatedAt,
    @Nullable String purgeAt,
    Map<String, Object> metadata) {}
