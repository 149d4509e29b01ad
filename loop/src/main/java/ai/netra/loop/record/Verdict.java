package ai.netra.loop.record;

/**
 * What one full run came to.
 *
 * @param seen the last line of the journal that its proofs were made from
 * @param canariesRight whether the three canaries came out as they must
 * @param canaries what became of each
 */
public record Verdict(int run, long seen, Counts counts, boolean canariesRight, String canaries)
    implements Entry {}
