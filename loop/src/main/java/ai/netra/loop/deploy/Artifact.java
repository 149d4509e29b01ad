package ai.netra.loop.deploy;

import java.nio.file.Path;

/**
 * A built service.
 *
 * @param build its id, which the service reports as its revision
 * @param digest over names and contents of the artifact
 * @param root the folder it was built in, {@code .} of its start command
 * @param path the artifact itself, a file or a folder
 */
record Artifact(String build, String digest, Path root, Path path) {}
