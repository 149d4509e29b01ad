package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes and removes whole folders. */
public final class Folders {

  private Folders() {}

  /** A new folder of a name nobody has, readable by its owner alone. */
  public static Path temporary(Path parent, String purpose) {
    try {
      return Files.createTempDirectory(parent, purpose + "-");
    } catch (IOException e) {
      throw new WorkspaceFailure(parent + ": no folder can be made in it", e);
    }
  }

  /** Removes a folder and all below it; links are removed, not followed. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be removed", e);
    }
  }
}
