package ai.netra.loop.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line about a socket in the service's own log: {@code event} is {@code handshake}, {@code
 * message}, {@code run} or {@code close}.
 */
public record SocketReceipt(
    String service,
    String revision,
    String traceId,
    @Nullable String parentId,
    String event,
    @Nullable String type,
    @Nullable Integer status,
    @Nullable String deploy,
    @Nullable List<Receipt.Stored> stored,
    Instant time)
    implements Entry {}
