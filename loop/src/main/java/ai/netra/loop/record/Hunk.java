package ai.netra.loop.record;

/**
 * A piece of a change that can be applied and taken back by itself.
 *
 * @param file from the root, with slashes
 * @param line where it begins in the changed file, from 1
 * @param patch a unified diff of this hunk alone, as {@code git apply} takes it
 */
public record Hunk(String file, int line, String patch) {}
