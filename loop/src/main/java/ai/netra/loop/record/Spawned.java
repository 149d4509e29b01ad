package ai.netra.loop.record;

import java.time.Instant;
import java.util.List;

/**
 * A process as it was spawned: role (build, service, discover, worker), argv, names of env, never
 * values.
 */
public record Spawned(
    String role,
    String name,
    List<String> argv,
    String directory,
    List<String> envNames,
    long pid,
    Instant birth)
    implements Entry {}
