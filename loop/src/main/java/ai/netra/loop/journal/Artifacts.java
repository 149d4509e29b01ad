package ai.netra.loop.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files kept under their SHA-256: copied beside, synced, renamed, and only then referenced. */
record Artifacts(RunFolder run) {

  String keep(Path file) throws IOException {
    Files.createDirectories(run.artifacts());
    Path copy = Files.createTempFile(run.path(), "artifact", ".tmp");
    try {
      Files.copy(file, copy, REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(copy, WRITE)) {
        channel.force(true);
      }
      String sha256 = Sha256.of(copy);
      Files.move(copy, run.artifacts().resolve(sha256), ATOMIC_MOVE);
      syncFolder();
      return sha256;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void syncFolder() throws IOException {
    try (FileChannel folder = FileChannel.open(run.artifacts())) {
      folder.force(true);
    }
  }
}
