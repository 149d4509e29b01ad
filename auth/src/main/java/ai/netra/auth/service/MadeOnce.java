package ai.netra.auth.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Secrets that the service makes once and keeps in its data folder, mode 0600. */
public final class MadeOnce {

  private static final int BYTES = 32;

  private final Path folder;
  private final Ids ids;

  public MadeOnce(Path folder, Ids ids) {
    this.folder = folder;
    this.ids = ids;
  }

  /** The secret of this name: 32 random bytes in base64url, made when it is asked for first. */
  public Secret secret(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        return new Secret(Files.readString(file).strip());
      }
      Secret made = new Secret(ids.secret(BYTES));
      write(name, made.text() + "\n");
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read or made", e);
    }
  }

  /** Writes a file that only the service's user can read; it is whole or absent. */
  public Path write(String name, String content) {
    try {
      Files.createDirectories(folder);
      Path part =
          Files.createTempFile(
              folder,
              name,
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(part, content);
      return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(name) + ": cannot be written", e);
    }
  }
}
