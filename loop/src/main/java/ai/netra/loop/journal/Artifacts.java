package ai.netra.loop.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files kept, without secrets, under their SHA-256: copied beside, synced, renamed, and only then
 * referenced.
 */
record Artifacts(RunFolder run, Redaction redaction) {

  private static final int BLOCK_BYTES = 1 << 20;

  String keep(Path file) throws IOException {
    Files.createDirectories(run.artifacts());
    Path copy = Files.createTempFile(run.path(), "artifact", ".tmp");
    try {
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = Files.newOutputStream(copy)) {
        new RedactedCopy(redaction, BLOCK_BYTES).copy(in, out);
      }
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
