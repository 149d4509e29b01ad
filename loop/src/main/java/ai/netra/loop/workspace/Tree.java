package ai.netra.loop.workspace;

/**
 * What a run tests: a git tree.
 *
 * @param id the tree's id
 * @param branch the branch that is checked out, {@code HEAD} for none
 * @param dirty whether the checkout differs from its last commit; then the tree is a snapshot of it
 */
public record Tree(String id, String branch, boolean dirty) {}
