package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * One process at a time owns what the lock stands for. The system's file lock decides, so a dead
 * owner holds nothing; the content says who the owner is.
 */
final class OwnerLock implements AutoCloseable {

  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, or nothing where another process, whom {@link #owner} names, has it. */
  static Optional<OwnerLock> tryAcquire(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        return Optional.empty();
      }
      ProcessHandle self = ProcessHandle.current();
      String owner = self.pid() + " " + self.info().startInstant().orElse(Instant.EPOCH) + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new OwnerLock(channel));
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": the lock cannot be written", e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  /** Process id and birth of the owner, in words. */
  static String owner(Path file) {
    try {
      String[] words = Files.readString(file).trim().split(" ", -1);
      return words.length == 2
          ? "process " + words[0] + ", born " + words[1]
          : "a process that has not written its name yet";
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": the lock cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WorkspaceFailure("the lock cannot be given back", e);
    }
  }
}
