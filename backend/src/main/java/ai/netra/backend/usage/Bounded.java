package ai.netra.backend.usage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than so many bytes, however small it was packed. */
final class Bounded extends FilterInputStream {

  private final long most;
  private long given;

  Bounded(InputStream stream, long most) {
    super(stream);
    this.most = most;
  }

  /** The stream is longer than it may be. */
  static final class TooLong extends IOException {
    TooLong(long most) {
      super("file: at most %d bytes when unpacked".formatted(most));
    }
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    given += read;
    if (given > most) {
      throw new TooLong(most);
    }
  }
}
