package ai.netra.loop.suite;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.TestKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A test about to be run.
 *
 * @param uniqueId what the launcher calls it; {@code key} has another id for a canary
 * @param fault what the gateway does to its calls
 * @param timeout how long it may take
 */
record TestStart(
    TestKey key,
    int run,
    String uniqueId,
    String traceId,
    @Nullable Fault fault,
    Duration timeout) {}
