package ai.netra.loop.record;

import java.util.List;

/**
 * A service was built, or its artifact of the same build id reused. {@code digest} covers names and
 * contents of the artifact.
 */
public record Build(
    String service,
    String build,
    String digest,
    boolean reused,
    List<String> inputs,
    String command,
    long durationMillis)
    implements Entry {}
