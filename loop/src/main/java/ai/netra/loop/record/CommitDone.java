package ai.netra.loop.record;

/**
 * A candidate became a commit.
 *
 * @param branch where it stands
 * @param landed whether it reached the checkout's own branch by fast-forward
 * @param reason where it did not: why
 */
public record CommitDone(
    String cluster, String commit, String tree, String branch, boolean landed, String reason)
    implements AboutFailure {}
