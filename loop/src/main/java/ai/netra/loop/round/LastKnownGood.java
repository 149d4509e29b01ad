package ai.netra.loop.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The last proved deployment, by the run that proved it: what a closed deploy can go back to. Only
 * a proved run sets it.
 *
 * @param file where it is kept, in the state directory
 */
public record LastKnownGood(Path file) {

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /**
   * Remembers a run and the tree that it proved.
   *
   * @throws UncheckedIOException when the state directory refuses
   */
  void set(String run, String tree) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, run + " " + tree + "\n");
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the proved deployment cannot be kept", e);
    }
  }
}
