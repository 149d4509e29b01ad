package ai.netra.loop.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk with so many bytes left beside the reserve: more fit only once the reserve is gone. */
record FullDisk(Path folder, long free) implements Disk {

  @Override
  public AppendFile open(Path file) throws IOException {
    return new Limited(new LocalDisk().open(file), new RunFolder(folder), free);
  }

  private record Limited(AppendFile file, RunFolder run, long free) implements AppendFile {

    @Override
    public long length() {
      return file.length();
    }

    @Override
    public void append(byte[] bytes) throws IOException {
      boolean reserve = bytes.length >= 1 << 20;
      if (!reserve && file.length() + bytes.length > free && Files.exists(run.reserve())) {
        throw new IOException("No space left on device");
      }
      file.append(bytes);
    }

    @Override
    public void truncate(long newLength) throws IOException {
      file.truncate(newLength);
    }

    @Override
    public void sync() throws IOException {
      file.sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
