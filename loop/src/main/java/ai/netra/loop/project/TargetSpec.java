package ai.netra.loop.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where the services are deployed: {@code targets.<name>}. {@code env} goes to every service of the
 * target.
 */
public record TargetSpec(
    String name, String adapter, List<String> snapshot, Duration settle, Map<String, String> env) {}
