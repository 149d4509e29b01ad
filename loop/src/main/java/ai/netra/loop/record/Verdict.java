package ai.netra.loop.record;

/**
 * What one full run came to; {@code canariesRight} is whether the three canaries came out as they
 * must.
 */
public record Verdict(int run, Counts counts, boolean canariesRight, String canaries)
    implements Entry {}
