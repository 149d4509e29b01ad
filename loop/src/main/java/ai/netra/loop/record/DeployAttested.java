package ai.netra.loop.record;

import java.time.Instant;

/**
 * The service itself answered for its build. {@code level} is {@code self}, or {@code process}
 * where it reports no build.
 */
public record DeployAttested(
    String service,
    String build,
    String reported,
    String level,
    String digest,
    String deploy,
    long pid,
    Instant birth,
    int privatePort,
    String publicUrl,
    long readyMillis)
    implements Entry {}
