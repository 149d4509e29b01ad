package ai.netra.loop.record;

/**
 * A round after the first begins: what an earlier round deployed and ran is no evidence in it.
 *
 * @param tree what it tests
 * @param cluster whose candidate the tree is
 */
public record RoundStarted(String tree, String cluster) implements AboutFailure {}
