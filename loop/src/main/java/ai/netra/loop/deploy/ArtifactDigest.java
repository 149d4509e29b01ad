package ai.netra.loop.deploy;

import ai.netra.loop.workspace.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * SHA-256 of an artifact: of a file its content; of a folder the sorted lines {@code
 * path<TAB>SHA-256} of its files.
 */
final class ArtifactDigest {

  private ArtifactDigest() {}

  static String of(Path artifact) throws IOException {
    if (!Files.isDirectory(artifact)) {
      return Hashes.sha256(artifact);
    }
    StringBuilder listing = new StringBuilder();
    for (Path file : files(artifact)) {
      String name = artifact.relativize(file).toString();
      listing.append(name).append('\t').append(Hashes.sha256(file)).append('\n');
    }
    return Hashes.sha256(listing.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
