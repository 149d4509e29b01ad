package ai.netra.loop.record;

import org.jspecify.annotations.Nullable;

/**
 * The end of a spawned process. CPU time and peak memory are null where the system did not tell.
 */
public record Exited(
    String role,
    String name,
    long pid,
    int status,
    @Nullable Long cpuMillis,
    @Nullable Long peakBytes,
    @Nullable String outputSha256)
    implements Entry {}
