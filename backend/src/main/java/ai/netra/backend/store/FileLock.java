package ai.netra.backend.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process, or a second store of this one, off the file. */
final class FileLock implements AutoCloseable {

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock beside the file, or refuses at once. */
  static FileLock take(Path database) {
    Path path = database.resolveSibling(database.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tried(channel)) {
        return new FileLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("database %s: its lock cannot be written".formatted(database), e);
    }
    throw new StoreFailure(
        "database %s: another process has it open; one backend a file".formatted(database));
  }

  private static boolean tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("the database's lock cannot be given back", e);
    }
  }
}
