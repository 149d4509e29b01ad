package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  /** Lets its owner read and write a folder and all folders below it again. */
  static void open(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(Folders::open);
      }
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be opened again", e);
    }
  }
}
