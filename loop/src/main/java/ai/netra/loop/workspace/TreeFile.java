package ai.netra.loop.workspace;

/**
 * A file of a tree.
 *
 * @param mode git's mode, such as 100755
 * @param hash git's hash of the content
 * @param path from the root, with slashes
 */
public record TreeFile(String mode, String hash, String path) {}
