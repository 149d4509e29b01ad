package ai.netra.loop.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service itself answered for its build. {@code level} is {@code self}, or {@code process}
 * where it reports no build. {@code instance} is an attempt's own one; null for the deployment's.
 */
public record DeployAttested(
    String service,
    @Nullable String instance,
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
