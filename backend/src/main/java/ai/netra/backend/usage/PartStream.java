package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;

/** Gives the bytes before a delimiter and consumes it. */
final class PartStream extends InputStream {

  private final InputStream form;
  private final byte[] delimiter;

  /** As many bytes as the delimiter has, as a ring that begins at {@code first}. */
  private final byte[] window;

  private int first;
  private boolean ended;

  /**
   * @param atStart whether the delimiter may stand at the very start, without its line break
   */
  PartStream(InputStream form, byte[] delimiter, boolean atStart) throws IOException {
    this.form = form;
    this.delimiter = delimiter;
    this.window = new byte[delimiter.length];
    int filled = 0;
    if (atStart) {
      window[filled++] = '\r';
      window[filled++] = '\n';
    }
    while (filled < window.length) {
      window[filled++] = next();
    }
    ended = isDelimiter();
  }

  @Override
  public int read() throws IOException {
    if (ended) {
      return -1;
    }
    int given = window[first] & 0xff;
    window[first] = next();
    first = (first + 1) % window.length;
    ended = window[first] == delimiter[0] && isDelimiter();
    return given;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && !ended) {
      buffer[offset + count++] = (byte) read();
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  private byte next() throws IOException {
    int next = form.read();
    if (next < 0) {
      throw FormPart.bad("a closing boundary");
    }
    return (byte) next;
  }

  private boolean isDelimiter() {
    for (int i = 0; i < delimiter.length; i++) {
      if (window[(first + i) % window.length] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}
