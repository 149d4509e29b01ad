package ai.netra.loop.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file system. Not through a channel: an interrupt would close it for every thread. */
final class LocalDisk implements Disk {

  @Override
  public AppendFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new LocalFile(new RandomAccessFile(file.toFile(), "rw"));
  }

  private static final class LocalFile implements AppendFile {

    private final RandomAccessFile file;
    private long length;

    LocalFile(RandomAccessFile file) throws IOException {
      this.file = file;
      this.length = file.length();
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public void append(byte[] bytes) throws IOException {
      try {
        file.seek(length);
        file.write(bytes);
      } catch (IOException e) {
        file.setLength(length);
        throw e;
      }
      length += bytes.length;
    }

    @Override
    public void truncate(long newLength) throws IOException {
      file.setLength(newLength);
      length = newLength;
    }

    @Override
    public void sync() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
