package ai.netra.backend.agents;

import java.time.Instant;

/**
 * The data that a run sees, the same at every repeat: data set, watermark, the run's clock,
 * catalogue version.
 */
public record Snapshot(String dataset, long watermark, Instant asOf, String catalogue) {}
