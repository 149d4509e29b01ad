package ai.netra.contract.service;

import java.time.Instant;
import java.util.Map;

/** The body of {@code /api/discovery/services}: addresses by service and by kind. */
public record Discovery(
    Map<String, Map<String, String>> services, String revision, Instant timestamp) {}
