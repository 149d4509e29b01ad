package ai.netra.backend.usage;

import java.time.Instant;

/** How far a data set reaches, by its manifest: rows, first and last instant. */
public record Extent(long rows, Instant first, Instant last) {}
