package ai.netra.loop.record;

/**
 * A body kept beside the journal: where in {@code bodies.pack} of its round, how many bytes,
 * SHA-256 in hex.
 */
public record BodyRef(long offset, long length, String sha256) {}
